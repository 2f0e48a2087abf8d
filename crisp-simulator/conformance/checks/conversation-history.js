// What a visitor left behind: pages seen, events, files, originals of messages (crisp-api, section 3.5).
import {
  conforms, contains, fingerprint, found, listOf, millis, refused, sessionId, text, uuid,
} from "../harness/expect.js";

const checks = {
  async listConversationPages({ crisp, site, admin }) {
    const session = await site.conversation();
    await admin.act("visitor-browses", { sessionId: session, title: "Parcels", url: "https://shop.example.org/parcels" });

    const pages = await crisp.website.listConversationPages(site.id, session, 1);

    conforms(pages, listOf({ page_title: text, page_url: text, timestamp: millis }));
    found(pages, { page_title: "Parcels", page_url: "https://shop.example.org/parcels" });
  },

  async listConversationEvents({ crisp, site, admin }) {
    const session = await site.conversation();
    const event = { text: "order:placed", data: { order: "4711" }, color: "green" };
    await admin.act("visitor-triggers", { sessionId: session, ...event });

    const events = await crisp.website.listConversationEvents(site.id, session, 1);

    conforms(events, listOf({ text, timestamp: millis }));
    found(events, event);
  },

  async listConversationFiles({ crisp, site }) {
    const session = await site.conversation();
    const content = { name: "invoice.pdf", url: "https://files.example.org/i/77.pdf", type: "application/pdf" };
    const sent = await site.says(session, { type: "file", content });

    const files = await crisp.website.listConversationFiles(site.id, session, 1);

    conforms(files, listOf({ name: text, type: text, url: text, fingerprint, timestamp: millis }));
    found(files, { ...content, fingerprint: sent });
  },

  async getOriginalMessageInConversation({ crisp, site }) {
    const session = await site.conversation();
    const original = { type: "text/html", content: "<p>Where is my parcel?</p>" };
    const sent = await site.says(session, { origin: "email", original });
    const message = await crisp.website.getMessageInConversation(site.id, session, sent);
    conforms(message, { original: { original_id: text } });

    const answer = await crisp.website.getOriginalMessageInConversation(site.id, session, message.original.original_id);

    conforms(answer, { website_id: uuid, session_id: sessionId, type: text, content: text, timestamp: millis });
    contains(answer, { ...original, session_id: session, original_id: message.original.original_id });
    await refused(crisp.website.getOriginalMessageInConversation(site.id, session, "nothing"), 404);
  },
};

export default { service: "website", tiers: ["website", "plugin", "user"], checks };
