/** Words on the map as small pictures, drawn by the browser in its own typeface: no font has to be fetched. */

import type { Map as MapLibreMap } from "maplibre-gl";
import type { Palette } from "./map_style.ts";

const SCALE = 2;

/** Draw a picture when the map first asks for it: `count:12`, or `name:PL:Poland` (code, and name where none fits). */
export function drawWords(map: MapLibreMap, language: string, palette: () => Palette): void {
  const regions = new Intl.DisplayNames([language, "en"], { type: "region" });
  map.setMissingStyleImageResolver((id) => {
    const [kind, code = "", name = ""] = id.split(":");
    if (kind === "count") add(map, id, code, { font: "600 12px system-ui, sans-serif", ink: palette().ring });
    if (kind === "name") {
      add(map, id, nameIn(regions, code) ?? name, { font: "500 11.5px system-ui, sans-serif", ink: palette().name, halo: palette().land });
    }
  });
}

function nameIn(regions: Intl.DisplayNames, code: string): string | null {
  try {
    return code === "" ? null : (regions.of(code) ?? null);
  } catch {
    return null;
  }
}

function add(map: MapLibreMap, id: string, words: string, look: { font: string; ink: string; halo?: string }): void {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (pen === null) return;
  pen.font = look.font;
  const width = Math.ceil(pen.measureText(words).width) + 8;
  canvas.width = width * SCALE;
  canvas.height = 18 * SCALE;
  pen.scale(SCALE, SCALE);
  Object.assign(pen, { font: look.font, textAlign: "center", textBaseline: "middle", lineJoin: "round" });
  if (look.halo !== undefined) {
    Object.assign(pen, { strokeStyle: look.halo, lineWidth: 3 });
    pen.strokeText(words, width / 2, 9.5);
  }
  pen.fillStyle = look.ink;
  pen.fillText(words, width / 2, 9.5);
  map.addImage(id, pen.getImageData(0, 0, canvas.width, canvas.height), { pixelRatio: SCALE });
}
