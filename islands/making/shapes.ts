/** A little geometry on rings of longitudes and latitudes. */

import type { Position } from "geojson";

/** The area of a ring as it looks on a map, in square degrees at its latitude. */
export function ringArea(ring: Position[]): number {
  let twice = 0;
  let south = 90;
  let north = -90;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i] ?? [];
    const [xj = 0, yj = 0] = ring[j] ?? [];
    twice += xj * yi - xi * yj;
    south = Math.min(south, yi);
    north = Math.max(north, yi);
  }
  return Math.abs(twice / 2) * Math.cos(((south + north) / 2) * (Math.PI / 180));
}

/** A point well inside a ring: in the widest stretch of its middle parallels. */
export function labelPoint(ring: Position[]): Position {
  const heights = ring.map(([, y = 0]) => y);
  const south = Math.min(...heights);
  const north = Math.max(...heights);
  let best: { width: number; point: Position } = { width: -1, point: ring[0] ?? [0, 0] };
  for (const share of [0.4, 0.45, 0.5, 0.55, 0.6]) {
    const y = south + (north - south) * share;
    const crossings = crossingsAt(ring, y);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [west = 0, east = 0] = [crossings[at], crossings[at + 1]];
      if (east - west > best.width) best = { width: east - west, point: [round((west + east) / 2), round(y)] };
    }
  }
  return best.point;
}

function crossingsAt(ring: Position[], y: number): number[] {
  const found: number[] = [];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i] ?? [];
    const [xj = 0, yj = 0] = ring[j] ?? [];
    if (yi > y !== yj > y) found.push(xi + ((y - yi) / (yj - yi)) * (xj - xi));
  }
  return found.sort((a, b) => a - b);
}

/** The two letters of a country from its three digits, as the Unicode tables of the machine know them; "" where none. */
export function iso(digits: string): string {
  try {
    const region = new Intl.Locale(Intl.getCanonicalLocales(`und-${digits.padStart(3, "0")}`)[0] ?? "und").region ?? "";
    return /^[A-Z]{2}$/.test(region) ? region : "";
  } catch {
    return "";
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
