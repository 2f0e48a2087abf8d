// Tries every method of the client and says of each how it went.
import { newClient, watch } from "./client.js";
import { exampleArguments } from "./examples.js";
import { refused } from "./expect.js";
import { problemOf } from "./outcome.js";
import { Site } from "./site.js";

// Those that a program can have; a method that neither may call is for Crisp's own apps.
const PROGRAMS = ["website", "plugin"];
const EVERYBODY = [...PROGRAMS, "user"];

/**
 * The outcome of a method: its verdict is passed, not served, user only or failed; why is a reason or what went wrong.
 * A method passes with each of its tiers or not at all, and is refused for the others.
 */
export class Trials {
  #place;
  #methods;
  #declarations;
  #judge;
  #groups;
  #notServed;
  #admin;
  #called = new Set();
  #faults = new Map();
  #clients = new Map();
  #session = null;

  /**
   * @param groups what the files in checks/ export
   * @param notServed [{prefix, because}]: routes that are left out on purpose
   */
  constructor({ place, methods, declarations, judge, groups, notServed, admin }) {
    this.#place = place;
    this.#methods = methods;
    this.#declarations = declarations;
    this.#judge = judge;
    this.#groups = groups;
    this.#notServed = notServed;
    this.#admin = admin;
  }

  async run() {
    const outcomes = [];
    for (const method of this.#methods) {
      const group = this.#groups.find(({ service, checks }) => service === method.service && method.name in checks);
      outcomes.push({ method, ...(group ? await this.#tried(method, group) : await this.#unserved(method)) });
    }
    return [...outcomes, ...this.#checksOfNothing()];
  }

  /** What a check gets: a client of this tier, the website it works on, and ways around it; one for the whole run. */
  client(tier) {
    if (!this.#clients.has(tier)) {
      const crisp = watch(newClient(this.#place, tier), this.#methods, {
        called: (id) => this.#called.add(id),
        answered: (id, answer) => this.#hold(id, answer),
      });
      const site = new Site(crisp, this.#place.websiteId, tier);
      this.#clients.set(tier, { crisp, site, admin: this.#admin, place: this.#place });
    }
    return this.#clients.get(tier);
  }

  /** Entries of the list of what is not served that no method meets: they would hide the next route that goes missing. */
  idlePrefixes() {
    return this.#notServed
      .map(({ prefix }) => prefix)
      .filter((prefix) => !this.#methods.some(({ template }) => template.path.startsWith(prefix)));
  }

  /** Where answers to this method differed from what the client declares, in the whole run. */
  faultsOf(method) {
    return [...(this.#faults.get(method.id) ?? [])];
  }

  // Whoever called it: every answer is held against the client's own declaration.
  #hold(id, answer) {
    const { resource, name } = this.#methods.find((method) => method.id === id);
    const declared = this.#declarations.method(resource, name).answer;
    const faults = this.#faults.get(id) ?? new Set();
    this.#judge.faults(declared, answer, name).forEach((fault) => faults.add(fault));
    this.#faults.set(id, faults);
  }

  async #tried(method, { tiers, checks }) {
    const others = PROGRAMS.filter((tier) => !tiers.includes(tier));
    const why = (await firstProblem(tiers, (tier) => this.#check(method, checks[method.name], tier)))
      || (await firstProblem(others, (tier) => this.#refusal(method, tier, 403, "not_allowed")));
    const good = others.length === PROGRAMS.length ? "user only" : "passed";
    return { verdict: why ? "failed" : good, tiers, why };
  }

  async #check(method, check, tier) {
    this.#called.delete(method.id);
    await check(this.client(tier));
    if (!this.#called.has(method.id)) {
      throw new Error("the check never calls it");
    }
  }

  async #unserved(method) {
    const reason = this.#notServed.find(({ prefix }) => method.template.path.startsWith(prefix));
    if (reason === undefined) {
      return { verdict: "failed", tiers: [], why: "not covered: no check calls it, and it is not listed as not served" };
    }
    const why = await firstProblem(EVERYBODY, (tier) => this.#refusal(method, tier, 404, "not_found"));
    return why ? { verdict: "failed", tiers: [], why } : { verdict: "not served", tiers: [], why: reason.because };
  }

  // A HEAD has no body to tell a missing route from a missing object: a GET of the same path has.
  async #refusal(method, tier, code, reason) {
    const { crisp, site } = this.client(tier);
    const given = await this.#given(method, site);
    const { verb, path } = method.route(given);
    const call = crisp[method.service][method.name](...given);
    if (verb === "HEAD") {
      await refused(call, code);
      await refused(crisp.get(crisp.prepareRestUrl([path.slice(1)])), code, reason);
    } else {
      await refused(call, code, reason);
    }
  }

  async #given(method, site) {
    const { parameters } = this.#declarations.method(method.resource, method.name);
    return exampleArguments(parameters, { websiteID: site.id, sessionID: await this.#anySession() });
  }

  async #anySession() {
    this.#session ??= await this.client("website").site.conversation();
    return this.#session;
  }

  // The client dropped or renamed a method: its check would otherwise be dead code.
  #checksOfNothing() {
    const known = this.#methods.map(({ id }) => id);
    return this.#groups
      .flatMap(({ service, checks }) => Object.keys(checks).map((name) => ({ id: `${service}.${name}`, name, service })))
      .filter(({ id }) => !known.includes(id))
      .map((method) => ({
        method: { ...method, resource: method.service, template: { verb: "", path: "" } },
        verdict: "failed",
        tiers: [],
        why: "a check calls it, but the client has no such method",
      }));
  }
}

async function firstProblem(tiers, action) {
  for (const tier of tiers) {
    const why = await problemOf(() => action(tier));
    if (why) {
      return `${tier}: ${why}`;
    }
  }
  return "";
}
