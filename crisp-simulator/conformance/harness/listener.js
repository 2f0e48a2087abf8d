// Crisp's client listening to everything, over a real socket.
import { newClient } from "./client.js";
import { has } from "./expect.js";

const PATIENCE_MS = 10_000;

/** Hears events and keeps them, so that one may be awaited before or after it came. */
export class Listener {
  #heard = [];
  #waiting = new Set();

  constructor(crisp, tier) {
    this.crisp = crisp;
    this.tier = tier;
  }

  /** Connects, authenticates, listens to these events. The client tells when it is connected, not when it is let in. */
  static async connect(place, tier, names, { rtmHost } = {}) {
    const listener = new Listener(newClient(place, tier), tier);
    if (rtmHost) {
      listener.crisp.setRtmHost(rtmHost);
    }
    const [connected] = names.map((name) => listener.crisp.on(name, (data) => listener.#hear(name, data)));
    await connected;
    listener.socket = listener.crisp._socket;
    await listener.authenticated();
    return listener;
  }

  /** Waits until the server lets the socket in, this time or once more after a cut. */
  authenticated(patience = PATIENCE_MS) {
    return within(patience, () => "no 'authenticated' came", (resolve) => this.socket.once("authenticated", resolve));
  }

  /** Waits for an event with these properties and returns its payload. */
  async until(name, expected, patience = PATIENCE_MS) {
    const wanted = (event) => event.name === name && has(event.data, expected);
    const failure = () =>
      `no ${name} with ${JSON.stringify(expected)}; the last one: ${JSON.stringify(this.payloads(name).at(-1)) ?? "none"}`;
    const event = this.#heard.find(wanted) ?? (await this.#next(wanted, patience, failure));
    return event.data;
  }

  /** All payloads of an event. */
  payloads(name) {
    return this.#heard.filter((event) => event.name === name).map(({ data }) => data);
  }

  close() {
    this.socket.disconnect();
  }

  #hear(name, data) {
    const event = { name, data };
    this.#heard.push(event);
    this.#waiting.forEach((waiter) => waiter(event));
  }

  async #next(wanted, patience, failure) {
    let waiter;
    try {
      return await within(patience, failure, (resolve) => {
        waiter = (event) => wanted(event) && resolve(event);
        this.#waiting.add(waiter);
      });
    } finally {
      this.#waiting.delete(waiter);
    }
  }
}

/** A promise with a deadline. @param failure says what is missing then */
export function within(milliseconds, failure, executor) {
  const promise = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(failure())), milliseconds);
    executor((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
  // It is often made before the action that it waits for. Should that fail, nobody is left to await this one.
  promise.catch(() => {});
  return promise;
}
