import assert from "node:assert/strict";
import { test } from "node:test";
import { iso, labelPoint, ringArea, unwrapped } from "../making/shapes.ts";

test("countries are known by two letters from their three digits", () => {
  assert.equal(iso("616"), "PL");
  assert.equal(iso("804"), "UA");
  assert.equal(iso("8"), "AL");
  assert.equal(iso("000"), "");
});

test("a name stands within its country, also where the middle lies outside of it", () => {
  const crescent = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 9], [8, 9], [8, 1], [0, 1], [0, 0]];
  const [x = 0, y = 0] = labelPoint(crescent);
  assert.ok(x > 8 && x < 10 && y > 1 && y < 9);
});

test("what lies further north is smaller than it looks in degrees", () => {
  const square = (south: number): number[][] => [[0, south], [10, south], [10, south + 10], [0, south + 10], [0, south]];
  assert.ok(ringArea(square(60)) < ringArea(square(0)) * 0.6);
});

test("a land over the 180th meridian goes on behind it", () => {
  assert.deepEqual(unwrapped([[170, 65], [180, 66], [-170, 67], [-175, 64], [170, 65]]), [[170, 65], [180, 66], [190, 67], [185, 64], [170, 65]]);
  assert.deepEqual(unwrapped([[10, 1], [20, 2]]), [[10, 1], [20, 2]]);
});

test("a land around a pole is closed along it", () => {
  const ring = unwrapped([[-120, -70], [0, -70], [120, -70], [-120, -70]]);
  assert.deepEqual(ring.slice(3), [[240, -70], [240, -89], [-120, -89], [-120, -70]]);
});
