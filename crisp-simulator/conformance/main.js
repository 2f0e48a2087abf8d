// main.js JAR PAGE: runs everything against a simulator of its own, writes the page of results, and ends with status 1 when
// something failed.
import { readFileSync, writeFileSync } from "node:fs";
import { Crisp } from "crisp-api";
import behaviours from "./behaviour/index.js";
import checks from "./checks/index.js";
import causes from "./events/index.js";
import { Admin } from "./harness/admin.js";
import { observed } from "./harness/behaviour.js";
import { newClient, watchOwnFunctions } from "./harness/client.js";
import { acceptedEvents, Hearings } from "./harness/hearings.js";
import { Judge } from "./harness/judge.js";
import { Listener } from "./harness/listener.js";
import { methodsOf, ownFunctionsOf } from "./harness/methods.js";
import { clientVersion, readDeclarations } from "./harness/package.js";
import { failures, report, summary, tried } from "./harness/report.js";
import { startSimulator } from "./harness/simulator.js";
import { Trials } from "./harness/trials.js";

const [jar, page] = process.argv.slice(2);
const ownFunctions = ownFunctionsOf(Crisp);
const calledFunctions = watchOwnFunctions(ownFunctions);

const simulator = await startSimulator(jar, []);
const outcome = await judged(simulator.place).finally(() => simulator.stop());

writeFileSync(page, report(outcome));
const failed = failures(outcome);
failed.forEach((failure) => console.log(`FAILED ${failure}`));
console.log(summary(outcome));
console.log(`conformance: ${tried(outcome)} checks, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function judged(place) {
  const declarations = readDeclarations();
  const judge = new Judge(declarations, readData("client-types.json"));
  const methods = methodsOf(newClient(place));
  const trials = new Trials({
    place, methods, declarations, judge, groups: checks, notServed: readData("not-served.json"),
    admin: new Admin(place.adminUrl),
  });
  const outcomes = await trials.run();
  const context = trials.client("website");
  const observations = await observed(behaviours, context);
  const events = await hearings(declarations, judge, context);
  const idle = [...judge.idleExceptions(), ...trials.idlePrefixes()];
  return {
    version: clientVersion(),
    methods: outcomes.map((one) => withFaults(one, trials.faultsOf(one.method))),
    events,
    behaviours: [...observations, needed(idle)],
    functions: ownFunctions.map((name) => functionOutcome(name)),
  };
}

// Every tier listens to everything at once, while the website's client makes things happen.
async function hearings(declarations, judge, context) {
  const accepted = acceptedEvents(declarations, newClient(context.place));
  const listeners = [];
  try {
    for (const tier of Object.keys(context.place.tokens)) {
      listeners.push(await Listener.connect(context.place, tier, accepted));
    }
    const hearings = new Hearings({ declarations, judge, causes, tiers: readData("event-tiers.json") });
    return await hearings.run(accepted, listeners, context);
  } finally {
    listeners.forEach((listener) => listener.close());
  }
}

// An exception that nothing needs any more would hide the next fault of its kind.
function needed(idle) {
  return {
    what: "Every exception in `data/` is needed",
    verdict: idle.length > 0 ? "failed" : "passed",
    why: idle.join("; "),
  };
}

// Answers that differ from the client's declarations spoil a method that passed otherwise.
function withFaults(outcome, faults) {
  return ["passed", "user only"].includes(outcome.verdict) && faults.length > 0
    ? { ...outcome, verdict: "failed", why: faults.join("; ") }
    : outcome;
}

function functionOutcome(name) {
  return calledFunctions.has(name)
    ? { name, verdict: "called", why: "" }
    : { name, verdict: "failed", why: "not covered: nothing here calls it" };
}

function readData(file) {
  return JSON.parse(readFileSync(new URL(`data/${file}`, import.meta.url), "utf8"));
}
