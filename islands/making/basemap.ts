/** The basemap: land, borders and the places of country names, made from Natural Earth as `world-atlas` carries it. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Feature, MultiLineString, MultiPolygon, Point, Polygon, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon, Topology } from "topojson-specification";
import type { Plugin } from "vite";
import { iso, labelPoint, ringArea, unwrapped } from "./shapes.ts";

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;
type Country = TopoPolygon<{ name: string }> | TopoMultiPolygon<{ name: string }>;

const UKRAINE = "804";
const RUSSIA = "643";
/** A point of Crimea. */
const CRIMEA: Position = [34.2, 45.2];

/** Makes `land-50m.json` (all zooms), `land-10m.json` (near) and `names.json`. */
export function basemap(): Plugin {
  return {
    name: "vedette-basemap",
    generateBundle() {
      for (const scale of ["50m", "10m"]) {
        const world = load(scale);
        this.emitFile({ type: "asset", fileName: `land-${scale}.json`, source: JSON.stringify(landAndBorders(world, scale === "50m" ? 2 : 3)) });
        if (scale === "50m") this.emitFile({ type: "asset", fileName: "names.json", source: JSON.stringify(names(world)) });
      }
    },
  };
}

function load(scale: string): Countries {
  const file = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`);
  const world = JSON.parse(readFileSync(file, "utf-8")) as Countries;
  giveCrimeaBack(world);
  return world;
}

/** Natural Earth draws who holds a land; we draw Ukraine's borders as the United Nations know them (A/RES/68/262). */
function giveCrimeaBack(world: Countries): void {
  const holder = world.objects.countries.geometries.find((one) => one.id === RUSSIA) as TopoMultiPolygon;
  const owner = world.objects.countries.geometries.find((one) => one.id === UKRAINE) as Country;
  const at = holder.arcs.findIndex((arcs) => {
    const ring = (feature(world, { type: "Polygon", arcs } as TopoPolygon).geometry as Polygon).coordinates[0];
    return ring !== undefined && holds(ring, CRIMEA);
  });
  const taken = at < 0 ? [] : holder.arcs.splice(at, 1);
  const own = owner.type === "Polygon" ? [owner.arcs] : owner.arcs;
  Object.assign(owner, { type: "MultiPolygon", arcs: [...own, ...taken] });
}

/** Land country by country, and the lines between countries. */
function landAndBorders(world: Countries, digits: number): object {
  const countries = world.objects.countries;
  const borders: MultiLineString = mesh(world, countries, (left, right) => left !== right);
  const land = feature(world, countries).features.map(({ geometry }) => flat(geometry as Polygon | MultiPolygon, digits));
  return {
    type: "FeatureCollection",
    features: [
      ...land.map((geometry) => ({ type: "Feature", properties: { kind: "land" }, geometry })),
      { type: "Feature", properties: { kind: "border" }, geometry: flat(borders, digits) },
    ],
  };
}

/** Where a country's name stands: in the middle of its largest part. `rank` is smaller for larger countries. */
function names(world: Countries): object {
  const found: Array<{ area: number; point: Feature<Point> }> = [];
  for (const country of feature(world, world.objects.countries).features) {
    const shape = country.geometry as Polygon | MultiPolygon;
    const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
    const largest = parts.map((part) => part[0] ?? []).sort((a, b) => ringArea(b) - ringArea(a))[0];
    if (largest === undefined || country.id === undefined) continue;
    const properties = { code: iso(String(country.id)), name: country.properties.name };
    found.push({ area: ringArea(largest), point: { type: "Feature", properties, geometry: { type: "Point", coordinates: labelPoint(largest) } } });
  }
  found.sort((a, b) => b.area - a.area);
  const features = found.map(({ area, point }) => ({ ...point, properties: { ...point.properties, size: Math.round(area * 10) / 10 } }));
  return { type: "FeatureCollection", features };
}

function holds(ring: Position[], point: Position): boolean {
  const [x = 0, y = 0] = point;
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i] ?? [];
    const [xj = 0, yj = 0] = ring[j] ?? [];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** A shape on a flat map, to so many decimals of a degree. */
function flat<Shape extends Polygon | MultiPolygon | MultiLineString>(shape: Shape, digits: number): Shape {
  const factor = 10 ** digits;
  const round = (line: Position[]): Position[] => unwrapped(line).map((point) => point.map((degrees) => Math.round(degrees * factor) / factor));
  const coordinates = shape.type === "MultiPolygon" ? shape.coordinates.map((rings) => rings.map(round)) : shape.coordinates.map(round);
  return { ...shape, coordinates };
}
