/** The page of events: table, map and timeline show the same events, and each narrows the others. */

import "./events.css";
import { type Narrowing, narrowed, narrowingOf, whole } from "./address.ts";
import { Card } from "./card.ts";
import { Legend } from "./legend.ts";
import { Listing } from "./listing.ts";
import type { EventMap } from "./map.ts";
import { type Selection, select } from "./selection.ts";
import { type Sightings, type Written, readSightings } from "./sightings.ts";
import { Table } from "./table.ts";
import { Timeline } from "./timeline.ts";

class Islands {
  private readonly legend: Legend;
  private readonly timeline: Timeline;
  private readonly listing: Listing;
  private readonly table: Table;
  private readonly card: Card;
  private map: EventMap | null = null;
  private sightings: Sightings | null = null;
  private asked: string | null = null;
  private lit = "";

  constructor(private readonly section: HTMLElement) {
    this.legend = new Legend(element("#type"), document.documentElement.lang || "en", section.dataset);
    this.card = new Card(element("#map-card"), this.legend);
    this.timeline = new Timeline(element("#timeline"), this.legend, {
      brushed: (since, until) => this.narrow({ since, until }),
      pointed: (events) => this.light(events),
      opened: (event) => this.open(event),
    });
    this.listing = new Listing(element("#filters"), () => void this.redraw());
    this.table = new Table(document, (id) => {
      const event = id === null ? undefined : this.sightings?.numbers.get(id);
      this.light(event === undefined ? [] : [event]);
    });
    this.bind();
  }

  async start(): Promise<void> {
    this.section.hidden = false;
    await Promise.all([this.refresh(), this.startMap()]);
    await this.redraw();
  }

  /** Draw, then say on the section which address is drawn: who tests the page or takes its picture waits for that. */
  private async redraw(): Promise<void> {
    const asked = location.search;
    delete this.section.dataset["drawn"];
    await this.refresh();
    await this.map?.settled();
    if (asked === location.search) this.section.dataset["drawn"] = asked; // else another drawing is under way
  }

  /** The map is much larger than the rest, and some browsers cannot draw it. */
  private async startMap(): Promise<void> {
    try {
      const { EventMap } = await import("./map.ts");
      const { folder = "", tiles = "" } = this.section.dataset;
      this.map = new EventMap({ place: element("#map"), draw: element("#map-draw") }, { folder, tiles: tiles || null }, this.legend, {
        boxed: (box) => this.narrow({ box }),
        pointed: (events) => this.light(events),
        opened: (events) => this.sightings && this.card.show(this.sightings, events),
      });
    } catch {
      element("#map").replaceChildren(this.legend.phrase("noMap"));
      element("#map").classList.add("failed");
    }
  }

  /** Draw what the address asks for. */
  private async refresh(): Promise<void> {
    const narrowing = narrowingOf(location.search);
    const query = whole(location.search);
    const fresh = query !== this.asked;
    if (fresh) {
      const loaded = await this.load(query);
      if (whole(location.search) !== query) return; // something else was asked for meanwhile, and is drawn when it comes
      this.sightings = loaded;
      this.asked = query;
    }
    if (this.sightings === null) return;
    const selection = select(this.sightings, narrowing);
    this.timeline.show(this.sightings, selection, narrowing.since, narrowing.until);
    this.map?.show(this.sightings, selection, narrowing.box, this.mapWaits || fresh);
    this.mapWaits &&= this.map === null;
    this.lit = "";
    this.card.hide();
    this.describe(this.sightings, selection, narrowing);
  }

  private mapWaits = true;

  private async load(query: string): Promise<Sightings | null> {
    const answer = await fetch(`${this.section.dataset["sightings"] ?? ""}${query}`);
    if (!answer.ok) return null;
    return readSightings((await answer.json()) as Written);
  }

  private narrow(change: Partial<Narrowing>): void {
    void this.listing.show(narrowed(location.search, change));
  }

  private light(events: readonly number[]): void {
    const { sightings } = this;
    if (sightings === null || events.join() === this.lit) return;
    this.lit = events.join();
    this.map?.light(events);
    this.timeline.light(events);
    this.table.light(new Set(events.map((event) => sightings.ids[event] ?? "")));
  }

  private open(event: number): void {
    location.href = `/events/${encodeURIComponent(this.sightings?.ids[event] ?? "")}`;
  }

  private describe(sightings: Sightings, selection: Selection, narrowing: Narrowing): void {
    const placed = new Set<number>();
    for (const event of sightings.pointEvent) if (selection.inTime[event] && selection.inBox[event]) placed.add(event);
    element("#map-count").textContent = this.legend.phrase("placed", { count: placed.size, all: selection.count });
    const { earlier } = this.timeline;
    element("#time-all").hidden = earlier === 0;
    element("#time-all").textContent = this.legend.phrase("earlier", { count: earlier });
    element("#map-clear").hidden = narrowing.box === null;
    element("#time-clear").hidden = narrowing.since === null && narrowing.until === null;
  }

  private bind(): void {
    const on = (id: string, act: () => void): void => element(id).addEventListener("click", act);
    on("#map-in", () => this.map?.zoom(1));
    on("#map-out", () => this.map?.zoom(-1));
    on("#map-fit", () => this.map?.fit());
    on("#map-view", () => this.map && this.narrow({ box: this.map.view }));
    on("#map-clear", () => this.narrow({ box: null }));
    on("#time-clear", () => this.narrow({ since: null, until: null }));
    on("#time-all", () => {
      this.timeline.showAll(true);
      element("#time-all").hidden = true;
    });
  }
}

function element<Kind extends HTMLElement>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (found === null) throw new Error(`The page has no ${selector}.`);
  return found;
}

const section = document.querySelector<HTMLElement>("#islands");
if (section !== null) void new Islands(section).start();
