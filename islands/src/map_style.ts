/** What the map looks like: land, borders, names, events and the box, in the colours of the page. */

import type { ExpressionSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";

export interface Palette {
  water: string;
  land: string;
  border: string;
  name: string;
  dot: string;
  ring: string;
  hollow: string;
  lit: string;
  veil: string;
}

/** Read the colours that the style sheet sets on the map's element, for light or dark as it is now. */
export function paletteOf(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(`--map-${name}`).trim();
  return {
    water: colour("water"), land: colour("land"), border: colour("border"), name: colour("name"),
    dot: colour("dot"), ring: colour("ring"), hollow: colour("hollow"), lit: colour("lit"), veil: colour("veil"),
  };
}

export interface Files {
  /** The folder of the basemap. */
  folder: string;
  /** The address of tiles with `{z}`, `{x}` and `{y}`, where the desk was given one. */
  tiles: string | null;
}

/** From this zoom on the finer coastline is drawn, which is a larger file. */
export const NEAR = 4.4;
/** Points nearer to one another than this many pixels are drawn as one. */
export const CLUSTER_RADIUS = 44;
export const CLUSTER_MAX_ZOOM = 13;

const EMPTY = { type: "FeatureCollection", features: [] } as const;

/** The size of a cluster follows the number in it, slowly. */
const RADIUS: ExpressionSpecification = ["interpolate", ["linear"], ["ln", ["get", "point_count"]], 0.7, 10, 3, 14, 6, 19, 9, 25, 12, 32];

export function styleOf(palette: Palette, files: Files): StyleSpecification {
  return {
    version: 8,
    sources: {
      far: { type: "geojson", data: `${files.folder}land-50m.json`, maxzoom: 6 },
      names: { type: "geojson", data: `${files.folder}names.json` },
      events: { type: "geojson", data: { ...EMPTY, features: [] }, cluster: true, clusterRadius: CLUSTER_RADIUS, clusterMaxZoom: CLUSTER_MAX_ZOOM, maxzoom: CLUSTER_MAX_ZOOM + 1 },
      box: { type: "geojson", data: { ...EMPTY, features: [] } },
      lit: { type: "geojson", data: { ...EMPTY, features: [] } },
      ...(files.tiles === null ? {} : { tiles: { type: "raster", tiles: [files.tiles], tileSize: 256, maxzoom: 19 } }),
    },
    layers: [...baseLayers(palette, files.tiles !== null), ...eventLayers(palette)],
    transition: { duration: 0, delay: 0 },
  };
}

function baseLayers(palette: Palette, tiles: boolean): LayerSpecification[] {
  const water: LayerSpecification = { id: "water", type: "background", paint: { "background-color": palette.water } };
  if (tiles) return [water, { id: "tiles", type: "raster", source: "tiles", paint: { "raster-fade-duration": 0 } }];
  return [water, ...groundLayers("far", palette), {
    id: "names", type: "symbol", source: "names", minzoom: 1.5,
    // Small countries are named where there is room for it, each under the middle, where what is told of all of it stands.
    filter: [">=", ["get", "size"], ["step", ["zoom"], 60, 2, 20, 3, 4, 4, 1, 5, 0]],
    layout: { "icon-image": ["concat", "name:", ["get", "code"], ":", ["get", "name"]], "icon-padding": 4, "icon-offset": [0, 22] },
    paint: { "icon-opacity": 0.9 },
  }];
}

/** Land and borders from one of the two files. */
export function groundLayers(source: "far" | "near", palette: Palette): LayerSpecification[] {
  return [
    { id: `land-${source}`, type: "fill", source, filter: ["==", ["get", "kind"], "land"], paint: { "fill-color": palette.land } },
    { id: `border-${source}`, type: "line", source, filter: ["==", ["get", "kind"], "border"], paint: { "line-color": palette.border, "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.6, 7, 1.4] } },
  ];
}

/** The finer of the two. */
export function nearSource(files: Files): SourceSpecification {
  return { type: "geojson", data: `${files.folder}land-10m.json`, maxzoom: 10 };
}

function eventLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: "veil", type: "fill", source: "box", filter: ["==", ["get", "kind"], "veil"], paint: { "fill-color": palette.veil } },
    { id: "box", type: "line", source: "box", filter: ["==", ["get", "kind"], "box"], paint: { "line-color": palette.dot, "line-width": 2, "line-dasharray": [3, 2] } },
    {
      id: "points", type: "circle", source: "events", filter: ["!", ["has", "point_count"]],
      // Hollow where the point only stands for an area, such as a whole country.
      paint: {
        "circle-radius": ["case", ["get", "wide"], 8, 6],
        "circle-color": ["case", ["get", "wide"], palette.hollow, ["get", "colour"]],
        "circle-stroke-color": ["case", ["get", "wide"], ["get", "colour"], palette.ring],
        "circle-stroke-width": ["case", ["get", "wide"], 2.5, 1.5],
      },
    },
    {
      id: "clusters", type: "circle", source: "events", filter: ["has", "point_count"],
      paint: { "circle-radius": RADIUS, "circle-color": palette.dot, "circle-opacity": 0.88, "circle-stroke-color": palette.ring, "circle-stroke-width": 1.5 },
    },
    {
      id: "counts", type: "symbol", source: "events", filter: ["has", "point_count"],
      layout: { "icon-image": ["concat", "count:", ["to-string", ["get", "point_count_abbreviated"]]], "icon-allow-overlap": true, "icon-ignore-placement": true },
    },
    { id: "lit", type: "circle", source: "lit", paint: { "circle-radius": 11, "circle-color": "rgba(0,0,0,0)", "circle-stroke-color": palette.lit, "circle-stroke-width": 3.5 } },
  ];
}
