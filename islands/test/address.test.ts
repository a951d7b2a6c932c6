import assert from "node:assert/strict";
import { test } from "node:test";
import { narrowed, narrowingOf, readBox, whole, writeBox } from "../src/address.ts";

test("a period and a box are read from the address, and nothing else is", () => {
  const found = narrowingOf("?type=strike&since=2025-09-01&until=&bbox=20.5,53.9,26.9,56.5");
  assert.deepEqual(found, { since: "2025-09-01", until: null, box: { west: 20.5, south: 53.9, east: 26.9, north: 56.5 } });
});

test("another period begins on the first page and leaves the rest of the filter", () => {
  assert.equal(narrowed("?type=strike&offset=50&country=", { since: "2025-09-01", until: "2025-09-30" }), "?type=strike&since=2025-09-01&until=2025-09-30");
  assert.equal(narrowed("?since=2025-09-01&bbox=1,2,3,4", { box: null }), "?since=2025-09-01");
  assert.equal(narrowed("?since=2025-09-01", { since: null }), "");
});

test("the whole of what is drawn is the same however far it is narrowed", () => {
  assert.equal(whole("?until=2025-09-30&type=strike&bbox=1,2,3,4&offset=50&limit=10&actor=PL"), whole("?actor=PL&type=strike&since=2024-01-01"));
});

test("a box is written to the hundredth of a degree, wherever the map was turned to", () => {
  assert.equal(writeBox({ west: 20.123456, south: 53.9, east: 26.999, north: 56.5 }), "20.12,53.9,27,56.5");
  assert.equal(writeBox({ west: 170, south: 0, east: 190, north: 10 }), "170,0,-170,10");
  assert.equal(writeBox({ west: -190, south: 0, east: 10, north: 10 }), "170,0,10,10");
});

test("what is no box is none", () => {
  for (const text of [null, "", "1,2,3", "1,2,3,4,5", "a,b,c,d", "1,,3,4", "1,9,3,4"]) assert.equal(readBox(text), null);
});
