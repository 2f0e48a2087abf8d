// Crisp's client, pointed at the simulator and watched: which method was called, and what it was answered.
import { Crisp } from "crisp-api";

/** A client as any program would make it. Without a tier it has yet to authenticate. */
export function newClient({ origin, tokens }, tier) {
  const crisp = new Crisp();
  crisp.setRestHost(origin);
  if (tier) {
    crisp.authenticateTier(tier, ...tokens[tier]);
  }
  return crisp;
}

/** Tells the watcher of every REST method that is called through this client: called(id), answered(id, answer). */
export function watch(crisp, methods, watcher) {
  for (const { id, service, name } of methods) {
    const original = crisp[service][name];
    crisp[service][name] = async (...given) => {
      watcher.called(id);
      const answer = await original(...given);
      watcher.answered(id, answer);
      return answer;
    };
  }
  return crisp;
}

/** Notes the calls of what the client offers besides its services, whoever calls it: the names called so far. */
export function watchOwnFunctions(names) {
  const called = new Set();
  for (const name of names) {
    const original = Crisp.prototype[name];
    Crisp.prototype[name] = function (...given) {
      called.add(name);
      return original.apply(this, given);
    };
  }
  return called;
}
