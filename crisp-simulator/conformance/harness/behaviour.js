// What no single method or event shows: how the client as a whole gets on with the simulator.
import { problemOf } from "./outcome.js";

/** @param behaviours [{what, run(context)}]: each is run and passes unless it throws */
export async function observed(behaviours, context) {
  const outcomes = [];
  for (const { what, run } of behaviours) {
    const why = await problemOf(() => run(context));
    outcomes.push({ what, verdict: why ? "failed" : "passed", why });
  }
  return outcomes;
}
