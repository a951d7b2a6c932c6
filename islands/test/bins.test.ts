import assert from "node:assert/strict";
import { test } from "node:test";
import { binOf, cut, extent } from "../src/bins.ts";
import { dayNumber, dayText } from "../src/sightings.ts";

const day = dayNumber;

test("the longer the time, the larger its pieces, and never very many", () => {
  const units = [10, 119, 400, 3000, 9000, 40000].map((length) => cut(day("2000-01-01"), day("2000-01-01") + length));
  assert.deepEqual(units.map(({ unit }) => unit), ["day", "day", "week", "month", "quarter", "year"]);
  assert.ok(units.every(({ edges }) => edges.length > 5 && edges.length < 140));
});

test("pieces begin where people begin them and hold the first and last day", () => {
  const months = cut(day("2020-03-17"), day("2025-09-12"));
  assert.equal(dayText(months.edges[0] ?? 0), "2020-03-01");
  assert.equal(dayText(months.edges.at(-1) ?? 0), "2025-10-01");
  const quarters = cut(day("2000-05-02"), day("2020-05-02"));
  assert.ok(quarters.edges.every((edge) => /-(01|04|07|10)-01$/.test(dayText(edge))));
});

test("a day lies in the piece that begins with it or before it", () => {
  const bins = cut(day("2025-09-01"), day("2025-09-30"));
  assert.equal(binOf(bins, day("2025-09-01")), 0);
  assert.equal(binOf(bins, day("2025-09-30")), 29);
  assert.equal(binOf(bins, day("2025-08-31")), -1);
  assert.equal(binOf(bins, day("2025-10-01")), -1);
});

test("a few events years before do not press the rest into a line", () => {
  const days = ["1999-05-01", ...Array.from({ length: 24 }, (_, number) => dayText(day("2025-09-01") + number))].map(day);
  assert.equal(dayText(extent(days)?.[0] ?? 0), "2025-09-02");
  assert.equal(dayText(extent(days)?.[1] ?? 0), "2025-09-24");
  assert.deepEqual(extent([day("2025-01-01"), day("2025-12-31")]), [day("2025-01-01"), day("2025-12-31")]);
  assert.equal(extent([]), null);
});
