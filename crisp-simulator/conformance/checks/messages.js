// Messages: read, sent, edited, removed, marked (crisp-api, sections 3.8 to 3.10).
import assert from "node:assert/strict";
import { conforms, contains, fingerprint, found, listOf, refused, same } from "../harness/expect.js";
import { message } from "../harness/objects.js";

/** One content of each type (crisp-api, section 4.4). */
export const CONTENTS = {
  text: "Your parcel left the depot this morning.",
  note: "Called the carrier, waiting for an answer",
  file: { name: "invoice.pdf", url: "https://files.example.org/i/77.pdf", type: "application/pdf" },
  animation: { url: "https://files.example.org/a/1.gif", type: "image/gif" },
  audio: { url: "https://files.example.org/v/2.mp3", type: "audio/mpeg", duration: 13 },
  picker: {
    id: "pick-colour", text: "Which colour?", required: true,
    choices: [{ value: "r", label: "Red", icon: "r", selected: false }, { value: "b", label: "Blue", selected: true }],
  },
  field: { id: "ask-order", text: "Your order number?", explain: "Eight digits", value: "", required: false },
  carousel: {
    text: "Our boxes",
    targets: [{
      title: "Small", description: "1 kg", image: "https://files.example.org/c/s.png",
      actions: [{ label: "Buy", url: "https://shop.example.org/s" }],
    }],
  },
  event: { namespace: "state:resolved" },
};

const checks = {
  async getMessagesInConversation({ crisp, site }) {
    const session = await site.emptyConversation();
    const start = Date.now() - 3_600_000;
    for (let index = 0; index < 45; index++) {
      await site.says(session, { content: `line ${index}`, timestamp: start + index * 1000 });
    }
    const list = (...window) => crisp.website.getMessagesInConversation(site.id, session, ...window);
    const lines = (batch) => batch.map(({ content }) => Number(content.split(" ")[1]));

    const newest = await list();
    const before = await list(newest[0].timestamp);
    const after = await list(undefined, start + 1000);
    const around = await list(undefined, undefined, start + 22_000);

    conforms(newest, listOf(message));
    same(lines(newest), range(5, 45), "the newest batch");
    same(lines(before), range(0, 5), "the batch before");
    same(lines(after)[0], 2, "the first line after");
    assert.ok(lines(around).includes(22), "timestamp_around lacks the time itself");
  },

  async sendMessageInConversation({ crisp, site }) {
    const session = await site.emptyConversation();
    for (const [type, content] of Object.entries(CONTENTS)) {
      const draft = { type, content, from: "operator", origin: site.origin };

      const answer = await crisp.website.sendMessageInConversation(site.id, session, draft);

      conforms(answer, { fingerprint });
      const sent = await crisp.website.getMessageInConversation(site.id, session, answer.fingerprint);
      conforms(sent, message);
      contains(sent, draft);
    }
    await sendsEveryField(crisp, site, session);
    const withoutOrigin = { type: "text", from: "user", content: "Hello" };
    await refused(crisp.website.sendMessageInConversation(site.id, session, withoutOrigin), 400, "invalid_data");
  },

  async getMessageInConversation({ crisp, site }) {
    const session = await site.emptyConversation();
    const sent = await site.says(session);

    const answer = await crisp.website.getMessageInConversation(site.id, session, sent);

    conforms(answer, message);
    contains(answer, { session_id: session, website_id: site.id, fingerprint: sent, from: "user", read: "", delivered: "" });
    await refused(crisp.website.getMessageInConversation(site.id, session, 1), 404, "message_not_found");
  },

  async updateMessageInConversation({ crisp, site }) {
    const session = await site.emptyConversation();
    const sent = await site.answers(session);

    await crisp.website.updateMessageInConversation(site.id, session, sent, "It has arrived.");

    const edited = await crisp.website.getMessageInConversation(site.id, session, sent);
    contains(edited, { content: "It has arrived.", edited: true });
    await refused(crisp.website.updateMessageInConversation(site.id, session, 1, "Nothing"), 404, "message_not_found");
  },

  async removeMessageInConversation({ crisp, site }) {
    const session = await site.emptyConversation();
    const sent = await site.answers(session);

    await crisp.website.removeMessageInConversation(site.id, session, sent);

    await refused(crisp.website.getMessageInConversation(site.id, session, sent), 404, "message_not_found");
    same(await crisp.website.getMessagesInConversation(site.id, session), []);
  },

  async composeMessageInConversation({ crisp, site }) {
    const session = await site.conversation();
    const compose = async () => (await crisp.website.getConversation(site.id, session)).compose;

    const typing = { type: "start", from: "operator", excerpt: "On its" };
    await crisp.website.composeMessageInConversation(site.id, session, typing);

    contains(await compose(), { operator: { type: "start", excerpt: "On its" } });
    await crisp.website.composeMessageInConversation(site.id, session, { type: "stop", from: "operator" });
    assert.notEqual((await compose()).operator.type, "start", "the operator is still writing");
  },

  async markMessagesReadInConversation({ crisp, site }) {
    const session = await site.emptyConversation();
    const [first, second] = [await site.says(session), await site.says(session)];

    const one = { from: "user", origin: "chat", fingerprints: [first] };
    await crisp.website.markMessagesReadInConversation(site.id, session, one);

    contains(await crisp.website.getMessageInConversation(site.id, session, first), { read: "chat" });
    contains(await crisp.website.getMessageInConversation(site.id, session, second), { read: "" });
    await crisp.website.markMessagesReadInConversation(site.id, session, { from: "user", origin: "chat" });
    contains(await crisp.website.getConversation(site.id, session), { unread: { operator: 0 } });
  },

  async markConversationAsUnread({ crisp, site }) {
    const session = await site.emptyConversation();
    await site.says(session);
    await crisp.website.markMessagesReadInConversation(site.id, session, { from: "user", origin: "chat" });

    await crisp.website.markConversationAsUnread(site.id, session, { from: "user" });

    contains(await crisp.website.getConversation(site.id, session), { unread: { operator: 1 } });
  },

  async markMessagesDeliveredInConversation({ crisp, site }) {
    const session = await site.emptyConversation();
    const sent = await site.answers(session);

    const delivered = { from: "operator", origin: "chat", fingerprints: [sent] };
    await crisp.website.markMessagesDeliveredInConversation(site.id, session, delivered);

    contains(await crisp.website.getMessageInConversation(site.id, session, sent), { delivered: "chat" });
  },
};

// All that a message may bring (crisp-api, section 4.5); what comes back in another form is looked at elsewhere.
async function sendsEveryField(crisp, site, session) {
  const draft = {
    type: "text", from: "operator", origin: site.origin, content: CONTENTS.text, fingerprint: 4503599627370497,
    timestamp: 1760000200000, automated: true, translated: false,
    user: { type: "website", nickname: "Order service", avatar: "https://files.example.org/bot.png" },
    references: [{ type: "link", name: "Tracking", target: "https://track.example.org/4711" }],
    properties: { order: "4711", weight: 2, fragile: true },
  };

  const answer = await crisp.website.sendMessageInConversation(site.id, session, { ...draft, stealth: true });

  same(answer, { fingerprint: draft.fingerprint });
  contains(await crisp.website.getMessageInConversation(site.id, session, draft.fingerprint), draft);
  const mentions = [await site.operator()];
  const note = await site.answers(session, { type: "note", mentions });
  found(await crisp.website.getMessagesInConversation(site.id, session), { fingerprint: note, mentions });
}

function range(start, end) {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

export default { service: "website", tiers: ["website", "plugin", "user"], checks };
