/** What of the page's address the islands change: the period and the box on the map. All else is the form's. */

/** A part of the earth, in degrees. Where `west` is larger than `east`, it reaches over the 180th meridian. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Days are `YYYY-MM-DD`. */
export interface Narrowing {
  since: string | null;
  until: string | null;
  box: Box | null;
}

/** Fields that say which page of the list is shown: another list begins with its first. */
const PAGE = ["offset", "after", "before", "cursor"];

export function narrowingOf(search: string): Narrowing {
  const asked = new URLSearchParams(search);
  return { since: asked.get("since") || null, until: asked.get("until") || null, box: readBox(asked.get("bbox")) };
}

/** Give the query of an address narrowed otherwise, from the first page on; what is not named stays. */
export function narrowed(search: string, change: Partial<Narrowing>): string {
  const asked = withoutBlanks(new URLSearchParams(search));
  if (change.since !== undefined) put(asked, "since", change.since);
  if (change.until !== undefined) put(asked, "until", change.until);
  if (change.box !== undefined) put(asked, "bbox", change.box && writeBox(change.box));
  for (const field of PAGE) asked.delete(field);
  return written(asked);
}

/** Give the query for all that the islands draw: what the form asks for, whenever and wherever it was. */
export function whole(search: string): string {
  const asked = withoutBlanks(new URLSearchParams(search));
  for (const field of ["since", "until", "bbox", "limit", ...PAGE]) asked.delete(field);
  asked.sort();
  return written(asked);
}

/** Leave out what asks for nothing, so that addresses stay short. */
export function withoutBlanks(asked: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...asked].filter(([, value]) => value.trim() !== ""));
}

export function readBox(text: string | null): Box | null {
  const parts = (text ?? "").split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const [west, south, east, north] = parts;
  if (parts.length !== 4 || west === undefined || south === undefined || east === undefined || north === undefined) return null;
  return parts.every(Number.isFinite) && south <= north ? { west, south, east, north } : null;
}

/** Two decimals of a degree are about a kilometre: nobody draws finer. */
export function writeBox(box: Box): string {
  return [turned(box.west), box.south, turned(box.east), box.north].map((degrees) => String(Math.round(degrees * 100) / 100)).join(",");
}

/** Bring a longitude between -180 and 180: a map can be turned further. */
function turned(lon: number): number {
  return lon >= -180 && lon <= 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180;
}

function put(asked: URLSearchParams, field: string, value: string | null): void {
  if (value === null) asked.delete(field);
  else asked.set(field, value);
}

function written(asked: URLSearchParams): string {
  const text = asked.toString().replaceAll("%2C", ",");
  return text === "" ? "" : `?${text}`;
}
