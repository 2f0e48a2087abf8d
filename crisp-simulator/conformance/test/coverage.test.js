// What nobody thought of must fail the run, not vanish from it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Hearings } from "../harness/hearings.js";
import { methodsOf } from "../harness/methods.js";
import { failures, report, tried } from "../harness/report.js";
import { Trials } from "../harness/trials.js";

class Parcels {
  constructor(crisp) {
    this.crisp = crisp;
  }

  getParcel(shopID, page = 1) {
    return this.crisp.get(this.crisp.prepareRestUrl(["shop", shopID, "parcels", String(page)]));
  }
}

const shop = (methods) => ({ shop: { __resources: [Parcels], ...methods } });
const methods = methodsOf(shop({ getParcel: () => {} }));
const trials = (others) =>
  new Trials({ place: {}, methods, declarations: null, judge: null, groups: [], notServed: [], admin: null, ...others });

test("methods are found in the resources of every service, with the routes they would call", () => {
  assert.deepEqual(methods.map(({ id, template }) => [id, template.verb, template.path]), [
    ["shop.getParcel", "GET", "/shop/{shopID}/parcels/{page}"],
  ]);
});

test("a function of a service that no resource explains stops the run", () => {
  assert.throws(() => methodsOf(shop({ getParcel: () => {}, loseParcel: () => {} })), /shop.loseParcel/);
  assert.throws(() => methodsOf(shop({})), /shop.getParcel/);
});

test("a method without a check fails", async () => {
  const [outcome] = await trials({}).run();

  assert.equal(outcome.verdict, "failed");
  assert.match(outcome.why, /not covered/);
});

test("a check of a method that the client does not have fails", async () => {
  const groups = [{ service: "shop", tiers: ["website"], checks: { loseParcel: () => {} } }];
  const outcomes = await trials({ groups }).run();

  assert.deepEqual(outcomes.map(({ method, verdict }) => [method.id, verdict]), [
    ["shop.getParcel", "failed"], ["shop.loseParcel", "failed"],
  ]);
});

test("a reason for a route that no method calls is idle", () => {
  const notServed = [{ prefix: "/shop/{shopID}/parcels" }, { prefix: "/shop/{shopID}/boxes" }];

  assert.deepEqual(trials({ notServed }).idlePrefixes(), ["/shop/{shopID}/boxes"]);
});

test("an event that nothing causes fails, and one that the client does not know", async () => {
  const declarations = { type: () => ({ fields: { "parcel:sent": { type: null } } }) };
  const causes = { "parcel:lost": () => ({}) };
  const outcomes = await new Hearings({ declarations, judge: null, causes, tiers: {} }).run(["parcel:sent"], [], {});

  assert.deepEqual(outcomes.map(({ name, verdict }) => [name, verdict]), [
    ["parcel:sent", "failed"], ["parcel:lost", "failed"],
  ]);
});

test("what failed is on the page and is counted", () => {
  const outcome = {
    version: "1", methods: [], functions: [],
    behaviours: [{ what: "It flies", verdict: "passed", why: "" }],
    events: [
      { name: "a", tiers: [], verdict: "failed", why: "x | y" },
      { name: "b", tiers: [], verdict: "not caused", why: "" },
    ],
  };

  assert.deepEqual(failures(outcome), ["a: x | y"]);
  assert.equal(tried(outcome), 2);
  assert.match(report(outcome), /\| `a` \| {2}\| failed: x \\\| y \|/);
});
