// A judge that finds no fault with anything would make every page of results look good.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { Judge } from "../harness/judge.js";
import { Declarations } from "../harness/types.js";

const declarations = new Declarations([fileURLToPath(new URL("shop.d.ts", import.meta.url))]);
const parcel = { kind: "name", name: "Parcel", arguments: [] };
const good = { name: "A", lid: null };

const faults = (value, exceptions = {}) => new Judge(declarations, exceptions).faults(parcel, value, "the parcel");

const CASES = [
  ["what is optional may be missing", good, []],
  ["everything may be there", {
    ...good, state: "sent", weight: 2, labels: ["x"], data: { a: "b", c: 1 }, extra: { d: true }, content: { boxes: [{}] },
  }, []],
  ["a required field is missing", { name: "A" }, ["Parcel.lid is missing"]],
  ["an inherited field is missing", { lid: true }, ["Parcel.name is missing"]],
  ["a field is unknown", { ...good, colour: "red" }, ["Parcel.colour is unknown to the client"]],
  ["a type is wrong", { ...good, weight: "2" }, ["Parcel.weight is no number"]],
  ["null is not what is optional", { ...good, weight: null }, ["Parcel.weight is null"]],
  ["an element of a list is wrong", { ...good, labels: ["x", 1] }, ["Parcel.labels[] is no string"]],
  ["a list is none", { ...good, labels: "x" }, ["Parcel.labels is no list"]],
  ["a value of a record is wrong", { ...good, data: { a: true } }, ["Parcel.data.a is no string"]],
  ["a value of an index is wrong", { ...good, extra: { a: 1 } }, ["Parcel.extra.a is no boolean"]],
  ["a literal is none of those declared", { ...good, state: "lost" }, ['Parcel.state is not "packed"']],
  ["no alternative fits", { ...good, content: 1 }, ["Parcel.content is no string"]],
  ["a nested field is unknown", { ...good, content: { boxes: [{ lid: 1 }] } }, ["Box.lid is unknown to the client"]],
  ["it is no object at all", "A", ["the parcel is no object"]],
];

for (const [what, value, expected] of CASES) {
  test(`the judge on a parcel: ${what}`, () => {
    assert.deepEqual(faults(value).slice(0, 1), expected);
  });
}

test("an exception excuses its own fault only, and is known to be needed", () => {
  const exceptions = { "Parcel.weight is null": "not weighed yet", "Parcel.colour is unknown to the client": "never used" };
  const judge = new Judge(declarations, exceptions);

  assert.deepEqual(judge.faults(parcel, { name: "A", weight: null }, "the parcel"), ["Parcel.lid is missing"]);
  assert.deepEqual(judge.idleExceptions(), ["Parcel.colour is unknown to the client"]);
});

test("a method is read with its parameters and its answer", () => {
  const { parameters, answer } = declarations.method("Parcels", "listParcels");

  assert.deepEqual(parameters.map(({ name }) => name), ["shopID", "page", "size"]);
  assert.deepEqual(answer, { kind: "list", of: parcel });
  assert.throws(() => declarations.method("Parcels", "loseParcel"), /does not declare Parcels.loseParcel/);
});

test("an enum stands for its values", () => {
  const judge = new Judge(declarations, {});

  assert.deepEqual(judge.faults(declarations.type("Size"), "small", "the size"), []);
  assert.deepEqual(judge.faults(declarations.type("Size"), "huge", "the size"), ['the size is not "small"']);
});
