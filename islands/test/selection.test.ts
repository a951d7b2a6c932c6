import assert from "node:assert/strict";
import { test } from "node:test";
import { holds, select } from "../src/selection.ts";
import { type Sightings, dayNumber, readSightings } from "../src/sightings.ts";

const day = dayNumber;

/** The events of a small desk: one dated, one that goes on, one that ended, one without a date. */
function desk(): Sightings {
  return readSightings({
    types: ["border_closure", "exercise"],
    places: [[52.3, 23.6, "the border", "border"], [54.7, 25.3, "Vilnius", "city"]],
    ids: ["dated", "goes on", "ended", "undated"],
    type: [0, 0, 1, 1],
    first: [day("2025-09-12"), day("2025-09-11"), null, null],
    last: [day("2025-09-16"), null, day("2025-12-09"), null],
    place: [0, 1, -1, 1],
    more: [[0, 1]],
  });
}

function meant(narrowing: Parameters<typeof select>[1]): string[] {
  const sightings = desk();
  const { inTime, inBox, count } = select(sightings, narrowing);
  const ids = sightings.ids.filter((_, event) => inTime[event] && inBox[event]);
  assert.equal(count, ids.length);
  return ids;
}

test("without a period and a box every event is meant", () => {
  assert.deepEqual(meant({ since: null, until: null, box: null }), ["dated", "goes on", "ended", "undated"]);
});

test("a period is touched as the table has it: what is open reaches on, what has no date is left out", () => {
  assert.deepEqual(meant({ since: "2025-09-17", until: "2025-09-20", box: null }), ["goes on", "ended"]);
  assert.deepEqual(meant({ since: null, until: "2025-09-11", box: null }), ["goes on", "ended"]);
  assert.deepEqual(meant({ since: "2025-12-10", until: null, box: null }), ["goes on"]);
  assert.deepEqual(meant({ since: "2025-09-16", until: "2025-09-16", box: null }), ["dated", "goes on", "ended"]);
});

test("a box holds an event with any of its points", () => {
  assert.deepEqual(meant({ since: null, until: null, box: { west: 25, south: 54, east: 26, north: 55 } }), ["dated", "goes on", "undated"]);
  assert.deepEqual(meant({ since: "2025-12-10", until: null, box: { west: 23, south: 52, east: 24, north: 53 } }), []);
});

test("a box over the 180th meridian reaches around", () => {
  const box = { west: 170, south: -10, east: -170, north: 10 };
  assert.ok(holds(box, 0, 179) && holds(box, 0, -179));
  assert.ok(!holds(box, 0, 0) && !holds(box, 11, 179));
});
