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

/**
 * A line that goes on beyond the 180th meridian instead of leaping to the other side of the map.
 *
 * Natural Earth as `world-atlas` has it lies on a globe, where 180 and -180 are one; on a flat map
 * such a leap would draw a line around the world. A ring around a pole is closed along it.
 */
export function unwrapped(line: Position[]): Position[] {
  let turns = 0;
  const made = line.map(([lon = 0, lat = 0], at) => {
    const before = line[at - 1]?.[0] ?? lon;
    if (lon - before > 180) turns -= 360;
    if (before - lon > 180) turns += 360;
    return [lon + turns, lat];
  });
  const [first = [0, 0], last = [0, 0]] = [made[0], made.at(-1)];
  const isRing = line.length > 2 && line[0]?.[0] === line.at(-1)?.[0] && line[0]?.[1] === line.at(-1)?.[1];
  if (!isRing || first[0] === last[0]) return made;
  const pole = (first[1] ?? 0) < 0 ? -89 : 89;
  return [...made, [last[0] ?? 0, pole], [first[0] ?? 0, pole], first];
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
