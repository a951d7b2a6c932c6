/** Which of the events drawn are meant: the rules are those by which the desk makes the table. */

import type { Box, Narrowing } from "./address.ts";
import { type Sightings, NO_DAY, dayNumber } from "./sightings.ts";

/** One flag an event. An event is meant where both hold. */
export interface Selection {
  inTime: Uint8Array;
  inBox: Uint8Array;
  count: number;
}

export function select(sightings: Sightings, narrowing: Narrowing): Selection {
  const inTime = touching(sightings, narrowing.since, narrowing.until);
  const inBox = within(sightings, narrowing.box);
  let count = 0;
  for (let event = 0; event < sightings.count; event++) count += (inTime[event] ?? 0) & (inBox[event] ?? 0);
  return { inTime, inBox, count };
}

/** A period without a first day began at some time before, one without a last day goes on; no period touches nothing. */
function touching(sightings: Sightings, since: string | null, until: string | null): Uint8Array {
  const flags = new Uint8Array(sightings.count);
  if (since === null && until === null) return flags.fill(1);
  const from = since === null ? Number.NEGATIVE_INFINITY : dayNumber(since);
  const to = until === null ? Number.POSITIVE_INFINITY : dayNumber(until);
  for (let event = 0; event < sightings.count; event++) {
    const first = sightings.first[event] ?? NO_DAY;
    const last = sightings.last[event] ?? NO_DAY;
    const dated = first !== NO_DAY || last !== NO_DAY;
    flags[event] = Number(dated && (last === NO_DAY || last >= from) && (first === NO_DAY || first <= to));
  }
  return flags;
}

function within(sightings: Sightings, box: Box | null): Uint8Array {
  const flags = new Uint8Array(sightings.count);
  if (box === null) return flags.fill(1);
  sightings.pointEvent.forEach((event, point) => {
    const place = sightings.pointPlace[point] ?? 0;
    if (holds(box, sightings.lat[place] ?? 0, sightings.lon[place] ?? 0)) flags[event] = 1;
  });
  return flags;
}

export function holds(box: Box, lat: number, lon: number): boolean {
  const across = box.west <= box.east ? box.west <= lon && lon <= box.east : lon >= box.west || lon <= box.east;
  return across && box.south <= lat && lat <= box.north;
}
