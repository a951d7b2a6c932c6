/** The card over the map: what happened at the point that was chosen. */

import type { Legend } from "./legend.ts";
import type { Sightings } from "./sightings.ts";

/** More than this is a list, and there is one below. */
const MOST = 8;

export class Card {
  constructor(
    private readonly place: HTMLElement,
    private readonly legend: Legend,
  ) {
    place.addEventListener("keydown", (event) => event.key === "Escape" && this.hide());
  }

  show(sightings: Sightings, events: readonly number[]): void {
    if (events.length === 0) {
      this.hide();
      return;
    }
    const list = document.createElement("ul");
    list.append(...events.slice(0, MOST).map((event) => this.line(sightings, event)));
    const parts: HTMLElement[] = [list];
    if (events.length > MOST) {
      const rest = document.createElement("p");
      rest.textContent = this.legend.phrase("more", { count: events.length - MOST });
      parts.push(rest);
    }
    this.place.replaceChildren(...parts);
    this.place.hidden = false;
  }

  hide(): void {
    this.place.hidden = true;
    this.place.replaceChildren();
  }

  private line(sightings: Sightings, event: number): HTMLLIElement {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = `/events/${encodeURIComponent(sightings.ids[event] ?? "")}`;
    link.textContent = this.legend.typeWord(sightings.types[sightings.type[event] ?? 0] ?? "");
    const facts = document.createElement("span");
    facts.textContent = ` ${this.placesOf(sightings, event)}, ${this.legend.when(sightings, event)}`;
    line.append(link, facts);
    return line;
  }

  private placesOf(sightings: Sightings, event: number): string {
    const names: string[] = [];
    sightings.pointEvent.forEach((one, point) => {
      if (one === event) names.push(sightings.placeNames[sightings.pointPlace[point] ?? 0] ?? "");
    });
    return names.join(", ");
  }
}
