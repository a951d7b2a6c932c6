/** Words and colours, as the page has them: the islands bring none of their own. */

import { type Sightings, NO_DAY, dateOf } from "./sightings.ts";

/** What the form of the page says of types: the word for each, and the family that it belongs to. */
export class Legend {
  readonly families: string[] = [];
  private readonly words = new Map<string, string>();
  private readonly familyOf = new Map<string, string>();
  private readonly familyWords = new Map<string, string>();
  private readonly hues = new Map<string, number>();
  private readonly days: Intl.DateTimeFormat;

  constructor(
    types: HTMLSelectElement,
    readonly language: string,
    private readonly phrases: DOMStringMap,
  ) {
    this.days = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
    for (const group of types.querySelectorAll("optgroup")) {
      const family = group.dataset["family"] ?? "";
      this.families.push(family);
      this.familyWords.set(family, group.label);
      for (const option of group.querySelectorAll("option")) {
        this.words.set(option.value, option.textContent ?? option.value);
        this.familyOf.set(option.value, family);
      }
    }
  }

  family(type: string): string {
    return this.familyOf.get(type) ?? "";
  }

  familyLabel(family: string): string {
    return this.familyWords.get(family) ?? family;
  }

  typeWord(type: string): string {
    return this.words.get(type) ?? type;
  }

  /** The hue of a family, which the style sheet of the pages gives. */
  hue(family: string): number {
    const known = this.hues.get(family);
    if (known !== undefined) return known;
    const probe = document.createElement("span");
    probe.className = `family-${family}`;
    probe.hidden = true;
    document.body.append(probe);
    const hue = Number(getComputedStyle(probe).getPropertyValue("--hue").trim() || 210);
    probe.remove();
    this.hues.set(family, hue);
    return hue;
  }

  /** Fill a phrase of the page: `{name}` stands for a value. */
  phrase(name: string, values: Record<string, string | number> = {}): string {
    const text = this.phrases[name] ?? "";
    return text.replace(/\{(\w+)\}/g, (_, key: string) => {
      const value = values[key];
      return typeof value === "number" ? value.toLocaleString(this.language) : (value ?? "");
    });
  }

  tick(day: Date): string {
    const parts = day.getUTCDate() !== 1 ? { day: "numeric", month: "short" } : day.getUTCMonth() !== 0 ? { month: "short" } : { year: "numeric" };
    return new Intl.DateTimeFormat(this.language, { ...(parts as Intl.DateTimeFormatOptions), timeZone: "UTC" }).format(day);
  }

  most(count: number, unit: string): string {
    return this.phrase(`per${unit[0]?.toUpperCase() ?? ""}${unit.slice(1)}`, { count });
  }

  when(sightings: Sightings, event: number): string {
    const [first, last] = [sightings.first[event] ?? NO_DAY, sightings.last[event] ?? NO_DAY];
    if (first === NO_DAY && last === NO_DAY) return this.phrase("undated");
    if (last === NO_DAY) return this.phrase("from", { day: this.days.format(dateOf(first)) });
    if (first === NO_DAY) return this.phrase("upTo", { day: this.days.format(dateOf(last)) });
    return first === last ? this.days.format(dateOf(first)) : this.days.formatRange(dateOf(first), dateOf(last));
  }

  /** An event in a few words: what and when. */
  brief(sightings: Sightings, event: number): string {
    return `${this.typeWord(sightings.types[sightings.type[event] ?? 0] ?? "")}, ${this.when(sightings, event)}`;
  }
}
