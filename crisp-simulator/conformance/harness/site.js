// A website to try things on: makes what a check needs, through the client.

const ORIGIN = "urn:example.org:conformance:0";

export class Site {
  #serial = 0;

  /** @param label makes e-mail addresses differ from those of other sites */
  constructor(crisp, id, label) {
    this.crisp = crisp;
    this.id = id;
    this.label = label;
    this.origin = ORIGIN;
  }

  email() {
    return `person-${++this.#serial}@${this.label}.example`;
  }

  async emptyConversation() {
    const { session_id: session } = await this.crisp.website.createNewConversation(this.id);
    return session;
  }

  /** A conversation in which a visitor has written. */
  async conversation() {
    const session = await this.emptyConversation();
    await this.says(session);
    return session;
  }

  /** What a visitor says; further fields of the message may be given. Returns its fingerprint. */
  async says(session, fields = {}) {
    return this.#send(session, { type: "text", from: "user", origin: "chat", content: "Where is my parcel?", ...fields });
  }

  /** What an operator answers. */
  async answers(session, fields = {}) {
    return this.#send(session, { type: "text", from: "operator", origin: ORIGIN, content: "On its way.", ...fields });
  }

  async #send(session, message) {
    const { fingerprint } = await this.crisp.website.sendMessageInConversation(this.id, session, message);
    return fingerprint;
  }

  async profile(card = {}) {
    const answer = await this.crisp.website.addNewPeopleProfile(this.id, { email: this.email(), ...card });
    return answer.people_id;
  }

  async inbox() {
    const answer = await this.crisp.website.createNewInbox(this.id, {
      name: `Returns ${++this.#serial}`, emoji: "📦", order: 1, operators: [], conditions: [],
    });
    return answer.inbox_id;
  }

  /** Somebody who works on the website. */
  async operator() {
    const operators = await this.crisp.website.listWebsiteOperators(this.id);
    return operators.find(({ type }) => type === "operator").details.user_id;
  }
}
