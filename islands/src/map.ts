/** The map: events where they happened, those near to one another as one with their number. */

import { type GeoJSONSource, Map as MapLibreMap, type MapGeoJSONFeature, type MapMouseEvent, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { Feature, Point } from "geojson";
import type { Box } from "./address.ts";
import type { Legend } from "./legend.ts";
import { BoxDrawing, boxShapes } from "./map_box.ts";
import { CLUSTER_MAX_ZOOM, type Files, NEAR, type Palette, groundLayers, nearSource, paletteOf, styleOf } from "./map_style.ts";
import { drawWords } from "./map_words.ts";
import type { Selection } from "./selection.ts";
import type { Sightings } from "./sightings.ts";

export interface MapHandlers {
  /** A box was drawn, or taken away. */
  boxed(box: Box | null): void;
  pointed(events: readonly number[]): void;
  opened(events: readonly number[]): void;
}

export interface MapParts {
  place: HTMLElement;
  draw: HTMLButtonElement;
}

/** Nearer than this only tiles have anything to show. */
const NEAREST = 11;
const EASE = 350;

setWorkerUrl(workerUrl);

export class EventMap {
  private readonly map: MapLibreMap;
  private palette: Palette;
  private sightings: Sightings | null = null;
  private selection: Selection | null = null;
  private box: Box | null = null;
  private drawing: BoxDrawing;
  private pointer: MapMouseEvent | null = null;
  private over = "";
  private filled = false;

  constructor(
    private readonly parts: MapParts,
    private readonly files: Files,
    private readonly legend: Legend,
    private readonly handlers: MapHandlers,
  ) {
    this.palette = paletteOf(parts.place);
    this.map = new MapLibreMap({
      container: parts.place, style: styleOf(this.palette, files), center: [25, 52], zoom: 3.4, minZoom: 0.6,
      maxZoom: files.tiles === null ? NEAREST : 18, attributionControl: false, dragRotate: false, pitchWithRotate: false,
      fadeDuration: 0, renderWorldCopies: true, locale: { "Map.Title": legend.phrase("mapTitle") },
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    drawWords(this.map, legend.language, () => this.palette);
    this.drawing = new BoxDrawing(this.map, parts.draw, (box) => handlers.boxed(box));
    this.listen();
    this.map.on("load", () => this.fill());
    this.map.on("idle", () => this.refine());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.recolour());
  }

  /** Show these events; `fit` moves the map to where they are. */
  show(sightings: Sightings, selection: Selection, box: Box | null, fit: boolean): void {
    Object.assign(this, { sightings, selection, box, filled: false });
    if (fit) this.fit();
    this.fill();
  }

  /** Resolves once all that was given to show is on the screen. */
  async settled(): Promise<void> {
    while (!this.filled) await this.idle();
    await this.idle();
  }

  private async idle(): Promise<void> {
    const idle = this.map.once("idle");
    this.map.triggerRepaint(); // a map that has nothing to draw would never say that it has drawn
    await idle;
  }

  light(events: readonly number[]): void {
    this.source("lit")?.setData({ type: "FeatureCollection", features: this.features(new Set(events.slice(0, 200))) });
  }

  zoom(step: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + step, duration: EASE });
  }

  /** What is in view, as a box. */
  get view(): Box {
    const bounds = this.map.getBounds();
    const round = Math.abs(bounds.getEast() - bounds.getWest()) >= 360;
    return { west: round ? -180 : bounds.getWest(), south: bounds.getSouth(), east: round ? 180 : bounds.getEast(), north: bounds.getNorth() };
  }

  /** Move to where the events are, or to the box. */
  fit(): void {
    const at = this.box ?? this.bounds();
    if (at === null) return;
    const east = at.east < at.west ? at.east + 360 : at.east;
    this.map.fitBounds([[at.west, at.south], [east, at.north]], { padding: 36, maxZoom: 6.5, animate: false });
  }

  private bounds(): Box | null {
    const { sightings, selection } = this;
    if (sightings === null || selection === null) return null;
    const lats: number[] = [];
    const lons: number[] = [];
    sightings.pointEvent.forEach((event, point) => {
      const place = sightings.pointPlace[point] ?? 0;
      if (!selection.inTime[event]) return;
      lats.push(sightings.lat[place] ?? 0);
      lons.push(sightings.lon[place] ?? 0);
    });
    if (lats.length === 0) return null;
    const [south, north] = middle(lats);
    const [west, east] = middle(lons);
    return { west, south, east, north };
  }

  private fill(): void {
    if (this.sightings === null || !this.map.isStyleLoaded()) {
      if (this.sightings !== null) this.map.once("idle", () => this.fill());
      return;
    }
    this.source("events")?.setData({ type: "FeatureCollection", features: this.features(null) });
    this.source("box")?.setData({ type: "FeatureCollection", features: boxShapes(this.box) });
    this.filled = true;
  }

  /** Give the points of some events, or of all whose time is meant; what lies outside of the box is under the veil. */
  private features(some: ReadonlySet<number> | null): Array<Feature<Point>> {
    const { sightings, selection, legend } = this;
    if (sightings === null || selection === null) return [];
    const colours = sightings.types.map((type) => `hsl(${legend.hue(legend.family(type))} 62% 46%)`);
    const features: Array<Feature<Point>> = [];
    sightings.pointEvent.forEach((event, point) => {
      if (some === null ? !selection.inTime[event] : !some.has(event)) return;
      const place = sightings.pointPlace[point] ?? 0;
      features.push({
        type: "Feature", properties: { event, colour: colours[sightings.type[event] ?? 0] ?? this.palette.dot, wide: sightings.placeWide[place] ?? false },
        geometry: { type: "Point", coordinates: [sightings.lon[place] ?? 0, sightings.lat[place] ?? 0] },
      });
    });
    return features;
  }

  /** Bring the finer coastline once somebody looks so near; from then on it is drawn there. */
  private refine(): void {
    const { map, files } = this;
    if (files.tiles !== null || map.getZoom() < NEAR) return;
    if (map.getSource("near") === undefined) map.addSource("near", nearSource(files));
    else if (map.getLayer("land-near") === undefined && map.isSourceLoaded("near")) {
      for (const layer of groundLayers("near", this.palette)) map.addLayer({ ...layer, minzoom: NEAR }, "names");
      // The coarse land stays underneath while the difference is too small to be seen.
      for (const id of ["land-far", "border-far"]) map.setLayerZoomRange(id, 0, id === "land-far" ? NEAR + 1.5 : NEAR);
    }
  }

  private listen(): void {
    const { map } = this;
    map.on("mousemove", (event) => this.point(event));
    map.on("mouseout", () => {
      this.over = "";
      this.handlers.pointed([]);
    });
    map.on("click", (event) => void this.click(event));
  }

  private under(event: MapMouseEvent): MapGeoJSONFeature[] {
    const { x, y } = event.point;
    return this.map.getLayer("clusters") ? this.map.queryRenderedFeatures([[x - 4, y - 4], [x + 4, y + 4]], { layers: ["clusters", "points"] }) : [];
  }

  /** Say what the pointer is over, once a frame at most and never while the map moves. */
  private point(event: MapMouseEvent): void {
    const waits = this.pointer !== null;
    this.pointer = event;
    if (waits) return;
    requestAnimationFrame(() => {
      const at = this.pointer;
      this.pointer = null;
      if (at !== null && !this.drawing.isDrawing && !this.map.isMoving()) void this.look(at);
    });
  }

  private async look(event: MapMouseEvent): Promise<void> {
    const found = this.under(event).slice(0, 4);
    const key = found.map((one) => `${one.layer.id} ${String(one.properties["cluster_id"] ?? one.properties["event"])}`).join();
    if (key === this.over) return;
    this.over = key;
    this.map.getCanvas().classList.toggle("over", found.length > 0);
    const events = await this.eventsOf(found);
    if (key === this.over) this.handlers.pointed(events); // else the pointer has gone on meanwhile
  }

  private async click(event: MapMouseEvent): Promise<void> {
    const found = this.under(event);
    const cluster = found.find((one) => one.properties["cluster"] === true);
    if (cluster === undefined) {
      this.handlers.opened(await this.eventsOf(found));
      return;
    }
    const zoom = await this.source("events")?.getClusterExpansionZoom(cluster.properties["cluster_id"] as number);
    const centre = (cluster.geometry as Point).coordinates as [number, number];
    // Events of one place never come apart: they are listed instead.
    if (zoom === undefined || zoom > Math.min(this.map.getMaxZoom(), CLUSTER_MAX_ZOOM)) this.handlers.opened(await this.eventsOf([cluster]));
    else this.map.easeTo({ center: centre, zoom: zoom + 0.2, duration: EASE });
  }

  private async eventsOf(features: readonly MapGeoJSONFeature[]): Promise<number[]> {
    const found = new Set<number>();
    for (const feature of features) {
      if (feature.properties["cluster"] !== true) found.add(feature.properties["event"] as number);
      else for (const leaf of (await this.leaves(feature)) ?? []) found.add((leaf.properties ?? {})["event"] as number);
    }
    return [...found];
  }

  private async leaves(cluster: MapGeoJSONFeature): Promise<Feature[] | undefined> {
    return this.source("events")?.getClusterLeaves(cluster.properties["cluster_id"] as number, 200, 0);
  }

  private source(name: "events" | "box" | "lit"): GeoJSONSource | undefined {
    return this.map.getSource(name);
  }

  private recolour(): void {
    this.palette = paletteOf(this.parts.place);
    this.map.setStyle(styleOf(this.palette, this.files), { diff: false });
    this.map.once("idle", () => this.fill());
  }
}

/** Give the range of all but the outermost of many numbers: a few events across the world do not set the view. */
function middle(numbers: number[]): [number, number] {
  const sorted = numbers.sort((a, b) => a - b);
  const cut = Math.floor(sorted.length / 12);
  return [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 0];
}
