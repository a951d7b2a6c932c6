/** The events that the islands draw, in columns: one number an event in each, so that many cost little. */

/** What `/events.sightings.json` gives. Days are counted from 1 January 1970. */
export interface Written {
  types: string[];
  places: Array<[lat: number, lon: number, name: string, kind: string]>;
  ids: string[];
  type: number[];
  first: Array<number | null>;
  last: Array<number | null>;
  /** The number of the place of each event, -1 where none is known. */
  place: number[];
  /** Further places: the number of the event, the number of the place. */
  more: Array<[event: number, place: number]>;
}

/** A day that is not known. */
export const NO_DAY = -(2 ** 31);

export interface Sightings {
  count: number;
  types: string[];
  ids: string[];
  /** The number of an event by its id. */
  numbers: Map<string, number>;
  type: Uint16Array;
  first: Int32Array;
  last: Int32Array;
  /** Points: the number of the event and of the place of each. */
  pointEvent: Uint32Array;
  pointPlace: Uint32Array;
  lat: Float64Array;
  lon: Float64Array;
  placeNames: string[];
  /** Places that are an area rather than a spot: their point only stands for it. */
  placeWide: boolean[];
}

const WIDE = new Set(["country", "region", "water", "border"]);

export function readSightings(written: Written): Sightings {
  const points: Array<[number, number]> = [];
  written.place.forEach((place, event) => {
    if (place >= 0) points.push([event, place]);
  });
  points.push(...written.more);
  return {
    count: written.ids.length,
    types: written.types,
    ids: written.ids,
    numbers: new Map(written.ids.map((id, number) => [id, number])),
    type: Uint16Array.from(written.type),
    first: Int32Array.from(written.first, (day) => day ?? NO_DAY),
    last: Int32Array.from(written.last, (day) => day ?? NO_DAY),
    pointEvent: Uint32Array.from(points, ([event]) => event),
    pointPlace: Uint32Array.from(points, ([, place]) => place),
    lat: Float64Array.from(written.places, ([lat]) => lat),
    lon: Float64Array.from(written.places, ([, lon]) => lon),
    placeNames: written.places.map(([, , name]) => name),
    placeWide: written.places.map(([, , , kind]) => WIDE.has(kind)),
  };
}

/** The day by which an event stands in a list: its first, else its last. */
export function dayOf(sightings: Sightings, event: number): number {
  const first = sightings.first[event] ?? NO_DAY;
  return first !== NO_DAY ? first : (sightings.last[event] ?? NO_DAY);
}

const DAY = 86_400_000;

export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
}

export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function dateOf(day: number): Date {
  return new Date(day * DAY);
}
