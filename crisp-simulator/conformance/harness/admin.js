// The simulator's own side door: makes happen what no client of Crisp can, because a visitor or Crisp itself does it.

export class Admin {
  #url;

  constructor(url) {
    this.#url = url.replace(/\/$/, "");
  }

  /** Lets somebody do something, by the names of GET /admin/actions. */
  async act(action, fields) {
    return this.#ask("POST", `/actions/${action}`, fields);
  }

  /** A further website, without the plugin. */
  async addWebsite(websiteId) {
    await this.#ask("POST", "/websites", { websiteId, plugin: false });
  }

  async installPlugin(websiteId) {
    await this.#ask("PUT", `/websites/${websiteId}/plugin`);
  }

  async removePlugin(websiteId) {
    await this.#ask("DELETE", `/websites/${websiteId}/plugin`);
  }

  /** Closes every socket without a word. */
  async cutSockets() {
    await this.#ask("POST", "/realtime/strikes", { fault: "cut" });
  }

  /** Tells an address what happens from now on. */
  async addHook(hook) {
    await this.#ask("POST", "/hooks", hook);
  }

  /** No address is told any more. */
  async removeHooks() {
    await this.#ask("DELETE", "/hooks");
  }

  async #ask(method, path, body) {
    const answer = await fetch(this.#url + path, {
      method,
      headers: { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) {
      throw new Error(`the admin API answered ${method} ${path} with ${answer.status}: ${await answer.text()}`);
    }
    return answer.json();
  }
}
