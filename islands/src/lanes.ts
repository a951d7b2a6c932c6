/** The lanes of the timeline: one for each family of types that occurs. */

import { type Bins, binOf } from "./bins.ts";
import type { Legend } from "./legend.ts";
import type { Selection } from "./selection.ts";
import { type Sightings, NO_DAY, dayOf } from "./sightings.ts";

/** With more events than this, lanes show how many there are at a time and not each of them. */
const MOST_MARKS = 600;

/** Events of one lane that overlap lie under one another, in at most so many rows. */
const MOST_ROWS = 4;

export interface Lane {
  family: string;
  label: string;
  rows: number;
  /** Events that are drawn one by one, the long ones first, each in its row. */
  events: Array<{ event: number; row: number }>;
  /** Or how dense they are: `share` of the densest piece of all lanes, as an opacity. */
  cells: Array<{ bin: number; share: number }>;
}

export function lanesOf(sightings: Sightings, selection: Selection, bins: Bins, legend: Legend): Lane[] {
  const byFamily = new Map<string, number[]>();
  const [start = 0, end = 0] = [bins.edges[0], bins.edges.at(-1)];
  for (let event = 0; event < sightings.count; event++) {
    const day = dayOf(sightings, event);
    if (day === NO_DAY || !selection.inTime[event] || !selection.inBox[event] || day >= end) continue;
    const last = sightings.last[event] ?? NO_DAY;
    if (day < start && (last === NO_DAY || last < start)) continue;
    const family = legend.family(sightings.types[sightings.type[event] ?? 0] ?? "");
    const held = byFamily.get(family);
    if (held === undefined) byFamily.set(family, [event]);
    else held.push(event);
  }
  const total = [...byFamily.values()].reduce((sum, events) => sum + events.length, 0);
  const families = legend.families.filter((family) => byFamily.has(family));
  const lanes = families.map((family): Lane => ({ family, label: legend.familyLabel(family), rows: 1, events: [], cells: [] }));
  const held = families.map((family) => byFamily.get(family) ?? []);
  if (total > MOST_MARKS) return dense(lanes, held, sightings, bins);
  // A mark is never narrower than some days: what is drawn side by side must not touch.
  const least = (end - start) / 120;
  return lanes.map((lane, at) => packed(lane, held[at] ?? [], sightings, least));
}

/** Give each event the first row in which it touches nothing before it. */
function packed(lane: Lane, events: number[], sightings: Sightings, least: number): Lane {
  const span = (event: number): [number, number] => {
    const day = dayOf(sightings, event);
    const last = sightings.last[event] ?? NO_DAY;
    return [day, Math.max(day + least, (last === NO_DAY ? day : last) + 1)];
  };
  const ends: number[] = [];
  const placed = [...events].sort((a, b) => span(a)[0] - span(b)[0] || span(b)[1] - span(a)[1]).map((event) => {
    const [from, to] = span(event);
    const free = ends.findIndex((end) => end <= from);
    const row = Math.min(free < 0 ? ends.length : free, MOST_ROWS - 1);
    ends[row] = Math.max(ends[row] ?? to, to);
    return { event, row };
  });
  const length = (event: number): number => span(event)[1] - span(event)[0];
  placed.sort((a, b) => length(b.event) - length(a.event));
  return { ...lane, rows: Math.max(1, ends.length), events: placed };
}

function dense(lanes: Lane[], held: number[][], sightings: Sightings, bins: Bins): Lane[] {
  const counted = held.map((events) => {
    const counts = new Map<number, number>();
    for (const event of events) {
      const bin = Math.max(0, binOf(bins, dayOf(sightings, event)));
      counts.set(bin, (counts.get(bin) ?? 0) + 1);
    }
    return counts;
  });
  const most = Math.max(1, ...counted.flatMap((counts) => [...counts.values()]));
  return lanes.map((lane, row) => ({
    ...lane,
    // The root lets seldom things be seen beside frequent ones.
    cells: [...(counted[row] ?? [])].map(([bin, count]) => ({ bin, share: 0.18 + 0.82 * Math.sqrt(count / most) })),
  }));
}
