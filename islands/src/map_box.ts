/** Drawing a box on the map: with the button and a drag, or with Shift and a drag at any time. */

import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent, Point } from "maplibre-gl";
import type { Feature } from "geojson";
import type { Box } from "./address.ts";

/** Lets a box be drawn; calls back with each that is. */
export class BoxDrawing {
  private from: Point | null = null;
  private readonly frame = document.createElement("div");
  private armed = false;

  constructor(
    private readonly map: MapLibreMap,
    private readonly button: HTMLButtonElement,
    private readonly drawn: (box: Box) => void,
  ) {
    this.frame.className = "map-frame";
    this.frame.hidden = true;
    map.getContainer().append(this.frame);
    map.boxZoom.disable();
    button.addEventListener("click", () => this.arm(!this.armed));
    map.getContainer().addEventListener("keydown", (event) => event.key === "Escape" && this.stop());
    map.on("mousedown", (event) => this.begin(event, event.originalEvent.shiftKey));
    map.on("touchstart", (event) => event.points.length === 1 && this.begin(event, false));
    map.on("mousemove", (event) => this.stretch(event.point));
    map.on("touchmove", (event) => this.stretch(event.point));
    map.on("mouseup", (event) => this.finish(event.point));
    map.on("touchend", (event) => this.finish(event.point));
  }

  get isDrawing(): boolean {
    return this.from !== null || this.armed;
  }

  private arm(on: boolean): void {
    this.armed = on;
    this.button.setAttribute("aria-pressed", String(on));
    this.map.getContainer().classList.toggle("drawing", on);
  }

  private begin(event: MapMouseEvent | MapTouchEvent, shifted: boolean): void {
    if (!this.armed && !shifted) return;
    event.preventDefault(); // the map stays where it is
    this.from = event.point;
  }

  private stretch(to: Point): void {
    const { from, frame } = this;
    if (from === null) return;
    frame.hidden = false;
    Object.assign(frame.style, {
      left: `${Math.min(from.x, to.x)}px`, top: `${Math.min(from.y, to.y)}px`,
      width: `${Math.abs(from.x - to.x)}px`, height: `${Math.abs(from.y - to.y)}px`,
    });
  }

  private finish(to: Point): void {
    const { from } = this;
    this.stop();
    if (from === null || Math.abs(from.x - to.x) < 5 || Math.abs(from.y - to.y) < 5) return;
    const northWest = this.map.unproject([Math.min(from.x, to.x), Math.min(from.y, to.y)]);
    const southEast = this.map.unproject([Math.max(from.x, to.x), Math.max(from.y, to.y)]);
    this.drawn({ west: northWest.lng, south: southEast.lat, east: southEast.lng, north: northWest.lat });
  }

  private stop(): void {
    this.from = null;
    this.frame.hidden = true;
    this.arm(false);
  }
}

/** The line of a box, and the veil over all that lies outside of it. */
export function boxShapes(box: Box | null): Feature[] {
  if (box === null) return [];
  const east = box.east < box.west ? box.east + 360 : box.east;
  const ring = [[box.west, box.south], [east, box.south], [east, box.north], [box.west, box.north], [box.west, box.south]];
  const line: Feature = { type: "Feature", properties: { kind: "box" }, geometry: { type: "LineString", coordinates: ring } };
  if (east > 180) return [line]; // a veil of one piece cannot reach around the earth
  const world = [[-180, -85], [180, -85], [180, 85], [-180, 85], [-180, -85]];
  const hole = [...ring].reverse();
  return [{ type: "Feature", properties: { kind: "veil" }, geometry: { type: "Polygon", coordinates: [world, hole] } }, line];
}
