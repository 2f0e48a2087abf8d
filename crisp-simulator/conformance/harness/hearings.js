// Causes every event that the simulator can cause, and says of each of the client's events whether it was heard.
import { problemOf } from "./outcome.js";

const EVERYBODY = ["website", "plugin", "user"];

/** The verdict on each event of the client: received, not caused or failed. */
export class Hearings {
  #declarations;
  #judge;
  #causes;
  #tiers;

  /**
   * @param causes event -> what makes it happen, which returns what its payload must have; with a note, if there is one
   * @param tiers event -> the tiers that may hear it, where not all do
   */
  constructor({ declarations, judge, causes, tiers }) {
    this.#declarations = declarations;
    this.#judge = judge;
    this.#causes = causes;
    this.#tiers = tiers;
  }

  /**
   * @param accepted the events that the client can listen to
   * @param listeners one for each tier, listening to all of these
   */
  async run(accepted, listeners, context) {
    const known = Object.keys(this.#declarations.type("EventsMap").fields);
    const outcomes = [];
    for (const name of known) {
      const heard = accepted.includes(name) ? await this.#heard(name, listeners, context) : deaf();
      outcomes.push({ name, ...heard });
    }
    const ours = new Set([...Object.keys(this.#causes), ...Object.keys(this.#tiers)]);
    const strange = [...ours].filter((name) => !known.includes(name)).map(unknown);
    return [...outcomes.map((outcome) => this.#lookedBackOn(outcome, listeners)), ...strange];
  }

  async #heard(name, listeners, context) {
    const cause = this.#causes[name];
    if (cause === undefined) {
      return { verdict: "failed", tiers: [], why: "not covered: nothing here causes it" };
    }
    const hearing = listeners.filter(({ tier }) => this.#tiersOf(name).includes(tier));
    const why = await problemOf(async () => {
      const expected = await cause(context);
      await Promise.all(hearing.map((listener) => listener.until(name, expected)));
    });
    return { verdict: why ? "failed" : "received", tiers: hearing.map(({ tier }) => tier), why: why || (cause.note ?? "") };
  }

  // At the end: whether a tier heard what is not for it, and every payload that ever came against the client's declaration.
  #lookedBackOn(outcome, listeners) {
    if (outcome.verdict === "failed") {
      return outcome;
    }
    const tooMuch = listeners
      .filter(({ tier }) => !outcome.tiers.includes(tier))
      .filter((listener) => listener.payloads(outcome.name).length > 0)
      .map(({ tier }) => `${tier} heard it too`);
    const faults = new Set(listeners.flatMap((listener) => this.#faults(outcome.name, listener)));
    const why = [...tooMuch, ...faults].join("; ");
    return why ? { ...outcome, verdict: "failed", why } : outcome;
  }

  #tiersOf(name) {
    return this.#tiers[name] ?? EVERYBODY;
  }

  #faults(name, listener) {
    const declared = this.#declarations.type("EventsMap").fields[name].type;
    return listener.payloads(name).flatMap((payload) => this.#judge.faults(declared, payload, name));
  }
}

// What we name and the client does not know is a mistake here.
function unknown(name) {
  return { name, verdict: "failed", tiers: [], why: "the client does not know it" };
}

function deaf() {
  return { verdict: "not caused", tiers: [], why: "the client declares it, but its own `on` refuses the name" };
}

/** The events that the client declares and that its own `on` accepts. */
export function acceptedEvents(declarations, client) {
  return Object.keys(declarations.type("EventsMap").fields).filter((name) => accepts(client, name));
}

// Listening sets the timer of the client's broker, which would connect; this client is only asked.
function accepts(client, name) {
  try {
    client.on(name, () => {});
    return true;
  } catch (error) {
    if (!error.message.includes("is not recognized")) {
      throw error;
    }
    return false;
  } finally {
    clearTimeout(client._brokerScheduler);
  }
}
