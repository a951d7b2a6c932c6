/** The timeline: how many events when, in lanes by family of their type, and a brush that narrows the list. */

import { axisBottom } from "d3-axis";
import { type D3BrushEvent, brushX } from "d3-brush";
import { scaleUtc } from "d3-scale";
import { type Selection as Drawn, select as pick } from "d3-selection";
import { type Bins, binOf, cut, extent } from "./bins.ts";
import { type Lane, lanesOf } from "./lanes.ts";
import type { Legend } from "./legend.ts";
import type { Selection } from "./selection.ts";
import { type Sightings, NO_DAY, dateOf, dayNumber, dayOf, dayText } from "./sightings.ts";

const HISTOGRAM = 72;
const LANE = 15;
/** Between the rows of a lane in which events overlap. */
const ROW = 8;
const AXIS = 22;
const GAP = 6;
/** Labels stand beside the lanes, or on narrow screens above each. */
const NARROW = 520;
const ABOVE = 13;

/** Where lanes are drawn: their upper edges, from left to width, and the room above each for its label. */
interface Frame {
  tops: number[];
  left: number;
  width: number;
  above: number;
}

export interface TimelineHandlers {
  /** The brush was let go: the first and last day, or nulls where it was taken away. */
  brushed(since: string | null, until: string | null): void;
  /** The pointer is over these events, or over none. */
  pointed(events: readonly number[]): void;
  opened(event: number): void;
}

/** Draws the timeline into an element, as wide as it is. */
export class Timeline {
  private readonly svg: Drawn<SVGSVGElement, unknown, null, undefined>;
  private sightings: Sightings | null = null;
  private selection: Selection | null = null;
  private days: [number, number] = [0, 0];
  private everything = false;
  private since: string | null = null;
  private until: string | null = null;
  private scale = scaleUtc();

  constructor(
    private readonly place: HTMLElement,
    private readonly legend: Legend,
    private readonly handlers: TimelineHandlers,
  ) {
    this.svg = pick(place).append("svg").attr("role", "group").attr("aria-label", place.dataset["label"] ?? "");
    new ResizeObserver(() => this.draw()).observe(place);
  }

  /** How many events lie before the days that are drawn. */
  get earlier(): number {
    const { sightings } = this;
    if (sightings === null) return 0;
    let count = 0;
    for (let event = 0; event < sightings.count; event++) {
      const day = dayOf(sightings, event);
      count += Number(day !== NO_DAY && day < this.days[0]);
    }
    return count;
  }

  showAll(all: boolean): void {
    this.everything = all;
    this.measure();
    this.draw();
  }

  show(sightings: Sightings, selection: Selection, since: string | null, until: string | null): void {
    const other = sightings !== this.sightings;
    Object.assign(this, { sightings, selection, since, until });
    if (other) this.measure();
    this.draw();
  }

  /** Mark the days of events that are pointed at elsewhere. */
  light(events: readonly number[]): void {
    const { sightings, scale } = this;
    if (sightings === null) return;
    const shown = events.filter((event) => dayOf(sightings, event) !== NO_DAY).slice(0, 50);
    this.svg.select(".lights").selectAll("rect").data(shown).join("rect")
      .attr("class", "lit")
      .attr("x", (event) => scale(dateOf(dayOf(sightings, event))) - 1)
      .attr("width", (event) => Math.max(3, this.endOf(event) - scale(dateOf(dayOf(sightings, event))) + 1))
      .attr("y", 0).attr("height", HISTOGRAM);
    this.svg.selectAll<SVGRectElement, Lane["events"][number]>(".mark").classed("lit", ({ event }) => events.includes(event));
  }

  private measure(): void {
    const { sightings } = this;
    if (sightings === null) return;
    const known: number[] = [];
    for (let event = 0; event < sightings.count; event++) {
      const day = dayOf(sightings, event);
      if (day !== NO_DAY) known.push(day);
    }
    const span = this.everything ? known.sort((a, b) => a - b) : known;
    const [first, last] = (this.everything && span.length ? [span[0] ?? 0, span[span.length - 1] ?? 0] : extent(span)) ?? [0, 0];
    const from = this.since === null ? first : Math.min(first, dayNumber(this.since));
    const to = this.until === null ? last : Math.max(last, dayNumber(this.until));
    this.days = [from, to];
  }

  private draw(): void {
    const { sightings, selection } = this;
    const width = this.place.clientWidth;
    if (sightings === null || selection === null || width < 60) return;
    const bins = cut(...this.days);
    const [start = 0, end = 1] = [bins.edges[0], bins.edges.at(-1)];
    const lanes = lanesOf(sightings, selection, bins, this.legend);
    const left = width < NARROW ? 2 : labelRoom(lanes, this.legend.most(1000, bins.unit));
    this.scale = scaleUtc([dateOf(start), dateOf(end)], [left, width - 6]);
    const above = width < NARROW ? ABOVE : 0;
    const bottom = HISTOGRAM + AXIS + GAP;
    const tops: number[] = [];
    let height = bottom;
    for (const lane of lanes) {
      tops.push(height);
      height += laneHeight(lane) + above;
    }
    height += 4;
    this.svg.attr("viewBox", `0 0 ${width} ${height}`).attr("height", height).attr("width", width);
    this.svg.selectAll("*").remove();
    this.drawHistogram(bins, sightings, selection, left);
    this.svg.append("g").attr("class", "axis").attr("transform", `translate(0,${HISTOGRAM})`)
      .call(axisBottom<Date>(this.scale).ticks(Math.max(2, Math.floor(width / 90))).tickSizeOuter(0).tickFormat((day) => this.legend.tick(day)));
    this.drawLanes(lanes, bins, sightings, { tops, left, width, above });
    this.svg.append("g").attr("class", "lights");
    this.drawBrush(left, width - 6);
  }

  private drawHistogram(bins: Bins, sightings: Sightings, selection: Selection, left: number): void {
    const all = new Uint32Array(bins.edges.length - 1);
    const meant = new Uint32Array(bins.edges.length - 1);
    for (let event = 0; event < sightings.count; event++) {
      const bin = binOf(bins, dayOf(sightings, event));
      if (bin < 0 || !selection.inBox[event]) continue;
      all[bin] = (all[bin] ?? 0) + 1;
      if (selection.inTime[event]) meant[bin] = (meant[bin] ?? 0) + 1;
    }
    const most = Math.max(1, ...all);
    const chart = this.svg.append("g").attr("class", "histogram");
    for (const [counts, name] of [[all, "all"], [meant, "meant"]] as const) {
      chart.append("g").attr("class", name).selectAll("rect").data([...counts.entries()].filter(([, count]) => count > 0)).join("rect")
        .attr("x", ([bin]) => this.scale(dateOf(bins.edges[bin] ?? 0)) + 0.5)
        .attr("width", ([bin]) => Math.max(1.5, this.scale(dateOf(bins.edges[bin + 1] ?? 0)) - this.scale(dateOf(bins.edges[bin] ?? 0)) - 1))
        .attr("y", ([, count]) => HISTOGRAM - barHeight(count, most))
        .attr("height", ([, count]) => barHeight(count, most));
    }
    chart.append("text").attr("class", "most").attr("x", left - 6).attr("y", 11).attr("text-anchor", "end")
      .text(left > 20 ? this.legend.most(most, bins.unit) : "");
  }

  private drawLanes(lanes: Lane[], bins: Bins, sightings: Sightings, at: Frame): void {
    const rows = this.svg.append("g").attr("class", "lanes").selectAll<SVGGElement, unknown>("g").data(lanes).join("g")
      .attr("class", (lane) => `lane family-${lane.family}`).attr("transform", (_, row) => `translate(0,${at.tops[row] ?? 0})`);
    rows.append("line").attr("x1", at.left).attr("x2", at.width - 6)
      .attr("y1", (lane) => laneHeight(lane) + at.above - 1).attr("y2", (lane) => laneHeight(lane) + at.above - 1);
    rows.append("text").attr("x", at.above ? at.left + 2 : at.left - 6).attr("y", LANE - 4).attr("text-anchor", at.above ? "start" : "end").text((lane) => lane.label);
    rows.selectAll(".cell").data((lane) => lane.cells).join("rect").attr("class", "cell")
      .attr("x", (cell) => this.scale(dateOf(bins.edges[cell.bin] ?? 0)))
      .attr("width", (cell) => Math.max(1.5, this.scale(dateOf(bins.edges[cell.bin + 1] ?? 0)) - this.scale(dateOf(bins.edges[cell.bin] ?? 0)) - 0.5))
      .attr("y", at.above + 2).attr("height", LANE - 5).attr("opacity", (cell) => cell.share);
    this.drawMarks(rows, sightings, at);
  }

  private drawMarks(rows: Drawn<SVGGElement, Lane, SVGGElement, unknown>, sightings: Sightings, at: Frame): void {
    const start = (event: number): number => Math.max(at.left, this.scale(dateOf(dayOf(sightings, event))));
    const marks = rows.selectAll<SVGRectElement, Lane["events"][number]>(".mark").data((lane) => lane.events).join("rect").attr("class", "mark")
      .attr("x", ({ event }) => start(event)).attr("width", ({ event }) => Math.max(5, this.endOf(event) - start(event)))
      .attr("y", ({ row }) => at.above + 2 + row * ROW).attr("height", ROW - 1.5).attr("rx", 1.5);
    marks.on("pointerenter", (_, { event }) => this.handlers.pointed([event])).on("pointerleave", () => this.handlers.pointed([]))
      .on("click", (_, { event }) => this.handlers.opened(event));
    marks.append("title").text(({ event }) => this.legend.brief(sightings, event));
  }

  /** Where an event ends on the paper; one that goes on ends with its first day here, for nobody said until when. */
  private endOf(event: number): number {
    const last = this.sightings?.last[event] ?? NO_DAY;
    const day = this.sightings === null ? NO_DAY : dayOf(this.sightings, event);
    return Math.min(this.scale(dateOf((last === NO_DAY ? day : last) + 1)), this.scale.range()[1] ?? 0);
  }

  private drawBrush(left: number, right: number): void {
    const brush = brushX<unknown>().extent([[left, 0], [right, HISTOGRAM]]).handleSize(10);
    const layer = this.svg.append("g").attr("class", "brush").call(brush);
    const at = this.brushAt(left, right);
    if (at !== null) layer.call(brush.move, at);
    nameHandles(layer, (side, step) => this.nudge(side, step), this);
    brush.on("end", (event: D3BrushEvent<unknown>) => {
      if (!event.sourceEvent) return;
      if (event.selection === null) this.handlers.brushed(null, null);
      else this.handlers.brushed(...this.daysUnder(event.selection as [number, number]));
    });
  }

  private brushAt(left: number, right: number): [number, number] | null {
    if (this.since === null && this.until === null) return null;
    const from = this.since === null ? left : this.scale(dateOf(dayNumber(this.since)));
    const to = this.until === null ? right : this.scale(dateOf(dayNumber(this.until) + 1));
    const clamp = (x: number): number => Math.min(right, Math.max(left, x));
    return clamp(to) - clamp(from) < 1 ? null : [clamp(from), clamp(to)];
  }

  private daysUnder([from, to]: [number, number]): [string, string] {
    const first = Math.round(this.scale.invert(from).getTime() / 86_400_000);
    const last = Math.round(this.scale.invert(to).getTime() / 86_400_000) - 1;
    return [dayText(first), dayText(Math.max(first, last))];
  }

  /** Move one end of the period by a step of the bins, for whom no pointer serves. */
  private nudge(side: "since" | "until", step: number): void {
    const { unit } = cut(...this.days);
    const days = step * { day: 1, week: 7, month: 30, quarter: 91, year: 365 }[unit];
    const [first, last] = [this.since === null ? this.days[0] : dayNumber(this.since), this.until === null ? this.days[1] : dayNumber(this.until)];
    const since = side === "since" ? Math.min(first + days, last) : first;
    const until = side === "until" ? Math.max(last + days, first) : last;
    this.handlers.brushed(dayText(since), dayText(until));
  }

  get period(): { first: number; last: number; since: string | null; until: string | null } {
    return { first: this.days[0], last: this.days[1], since: this.since, until: this.until };
  }

  focusHandle(side: "since" | "until"): void {
    this.svg.select<SVGRectElement>(side === "since" ? ".handle--w" : ".handle--e").node()?.focus();
  }

  words(side: "since" | "until"): string {
    return (side === "since" ? this.place.dataset["since"] : this.place.dataset["until"]) ?? side;
  }
}

/** The room that the longest label needs, with what stands beside the bars. */
function labelRoom(lanes: readonly Lane[], most: string): number {
  const pen = document.createElement("canvas").getContext("2d");
  if (pen === null) return 92;
  pen.font = "11px system-ui, sans-serif";
  return 14 + Math.ceil(Math.max(...[most, ...lanes.map(({ label }) => label)].map((words) => pen.measureText(words).width)));
}

function laneHeight(lane: Lane): number {
  return Math.max(LANE, lane.rows * ROW + 5);
}

function barHeight(count: number, most: number): number {
  return Math.max(2, (count / most) * (HISTOGRAM - 6));
}

/** Make the two ends of the brush sliders that a keyboard moves and a screen reader reads. */
function nameHandles(layer: Drawn<SVGGElement, unknown, null, undefined>, nudge: (side: "since" | "until", step: number) => void, timeline: Timeline): void {
  for (const [handle, side] of [[".handle--w", "since"], [".handle--e", "until"]] as const) {
    const { first, last, since, until } = timeline.period;
    const day = side === "since" ? (since === null ? first : dayNumber(since)) : until === null ? last : dayNumber(until);
    layer.select(handle).attr("tabindex", since === null && until === null ? null : 0).attr("role", "slider")
      .attr("aria-label", timeline.words(side)).attr("aria-valuemin", first).attr("aria-valuemax", last)
      .attr("aria-valuenow", day).attr("aria-valuetext", dayText(day))
      .on("keydown", (event: KeyboardEvent) => {
        const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -4, PageUp: 4 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        nudge(side, step);
        timeline.focusHandle(side);
      });
  }
}
