/** Time cut into pieces of even meaning: days, weeks, months, quarters or years. */

import { type CountableTimeInterval, utcDay, utcMonday, utcMonth, utcYear } from "d3-time";
import { dateOf } from "./sightings.ts";

export interface Bins {
  unit: "day" | "week" | "month" | "quarter" | "year";
  /** The first day of each piece, and the day after the last. */
  edges: number[];
}

const DAY = 86_400_000;

/** Cut the days from `first` to `last` into at most about 130 pieces. */
export function cut(first: number, last: number): Bins {
  const days = last - first + 1;
  if (days <= 120) return edgesOf("day", utcDay, first, last);
  if (days <= 900) return edgesOf("week", utcMonday, first, last);
  if (days <= 3900) return edgesOf("month", utcMonth, first, last);
  if (days <= 12000) return edgesOf("quarter", utcMonth.every(3) ?? utcMonth, first, last);
  return edgesOf("year", utcYear, first, last);
}

function edgesOf(unit: Bins["unit"], interval: { floor(day: Date): Date; offset(day: Date, step?: number): Date } | CountableTimeInterval, first: number, last: number): Bins {
  const step = unit === "quarter" ? 3 : 1;
  const edges: number[] = [];
  let edge = interval.floor(dateOf(first));
  while (edge.getTime() / DAY <= last) {
    edges.push(edge.getTime() / DAY);
    edge = unit === "quarter" ? utcMonth.offset(edge, step) : interval.offset(edge, 1);
  }
  edges.push(edge.getTime() / DAY);
  return { unit, edges };
}

/** The number of the piece that a day lies in, -1 where it lies in none. */
export function binOf(bins: Bins, day: number): number {
  const { edges } = bins;
  let low = 0;
  let high = edges.length - 1;
  if (day < (edges[0] ?? 0) || day >= (edges[high] ?? 0)) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) <= day) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The days that a timeline shows: from the first to the last that is of interest.
 *
 * A few events years before the rest would press the rest into one line; where leaving out
 * one in twelve at the beginning makes the time a third as long or less, it begins after them.
 */
export function extent(days: Int32Array | number[]): [first: number, last: number] | null {
  const sorted = Int32Array.from(days).sort();
  const count = sorted.length;
  if (count === 0) return null;
  const first = sorted[0] ?? 0;
  const last = sorted[count - 1] ?? 0;
  const late = sorted[Math.floor(count / 12)] ?? first;
  return last - late < (last - first) / 3 && last > late ? [late, last] : [first, last];
}
