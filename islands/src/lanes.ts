/** The lanes of the timeline: one for each family of types that occurs. */

import { type Bins, binOf } from "./bins.ts";
import type { Legend } from "./legend.ts";
import type { Selection } from "./selection.ts";
import { type Sightings, NO_DAY, dayOf } from "./sightings.ts";

/** With more events than this, lanes show how many there are at a time and not each of them. */
const MOST_MARKS = 600;

export interface Lane {
  family: string;
  label: string;
  /** Events that are drawn one by one. */
  events: number[];
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
  const lanes = legend.families.filter((family) => byFamily.has(family)).map((family) => ({ family, label: legend.familyLabel(family), events: byFamily.get(family) ?? [], cells: [] }));
  return total <= MOST_MARKS ? lanes : dense(lanes, sightings, bins);
}

function dense(lanes: Lane[], sightings: Sightings, bins: Bins): Lane[] {
  const counted = lanes.map((lane) => {
    const counts = new Map<number, number>();
    for (const event of lane.events) {
      const bin = Math.max(0, binOf(bins, dayOf(sightings, event)));
      counts.set(bin, (counts.get(bin) ?? 0) + 1);
    }
    return counts;
  });
  const most = Math.max(1, ...counted.flatMap((counts) => [...counts.values()]));
  return lanes.map((lane, row) => ({
    ...lane,
    events: [],
    // The root lets seldom things be seen beside frequent ones.
    cells: [...(counted[row] ?? [])].map(([bin, count]) => ({ bin, share: 0.18 + 0.82 * Math.sqrt(count / most) })),
  }));
}
