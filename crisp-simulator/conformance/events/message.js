// What makes each message event happen (crisp-api, section 5.7).
import { CONTENTS } from "../checks/messages.js";
import { onConversation } from "./session.js";

const marked = (method, mark, write) => onConversation(async ({ crisp, site }, session) => {
  const fingerprint = await write(site, session);
  await crisp.website[method](site.id, session, { ...mark, fingerprints: [fingerprint] });
  return { fingerprints: [fingerprint] };
});
const says = (site, session) => site.says(session);
const answers = (site, session) => site.answers(session);

export default {
  "message:send": onConversation(async ({ site }, session) => {
    const fingerprint = await site.says(session, { content: "Are you there?" });
    return { type: "text", from: "user", origin: "chat", content: "Are you there?", fingerprint };
  }),
  "message:received": onConversation(async ({ site }, session) => {
    for (const [type, content] of Object.entries(CONTENTS)) {
      await site.answers(session, { type, content });
    }
    return { type: "event", from: "operator", origin: site.origin, content: CONTENTS.event };
  }),
  "message:updated": onConversation(async ({ crisp, site }, session) => {
    const fingerprint = await site.answers(session);
    await crisp.website.updateMessageInConversation(site.id, session, fingerprint, "It has arrived.");
    return { fingerprint, content: "It has arrived." };
  }),
  "message:removed": onConversation(async ({ crisp, site }, session) => {
    const fingerprint = await site.answers(session);
    await crisp.website.removeMessageInConversation(site.id, session, fingerprint);
    return { fingerprint };
  }),
  "message:compose:send": onConversation(async ({ crisp, site }, session) => {
    await crisp.website.composeMessageInConversation(site.id, session, { type: "start", from: "user", excerpt: "Where" });
    return { type: "start", excerpt: "Where" };
  }),
  "message:compose:receive": onConversation(async ({ crisp, site }, session) => {
    await crisp.website.composeMessageInConversation(site.id, session, { type: "start", from: "operator", excerpt: "On" });
    return { type: "start", excerpt: "On" };
  }),
  "message:acknowledge:read:send":
    marked("markMessagesReadInConversation", { from: "user", origin: "chat" }, says),
  "message:acknowledge:read:received":
    marked("markMessagesReadInConversation", { from: "operator", origin: "chat" }, answers),
  "message:acknowledge:unread:send": onConversation(async ({ crisp, site }, session) => {
    await crisp.website.markMessagesReadInConversation(site.id, session, { from: "user", origin: "chat" });
    await crisp.website.markConversationAsUnread(site.id, session, { from: "user" });
  }),
  "message:acknowledge:delivered":
    marked("markMessagesDeliveredInConversation", { from: "operator", origin: "chat" }, answers),
  "message:acknowledge:ignored": onConversation(async ({ site, admin }, session) => {
    const fingerprint = await site.answers(session);
    const details = { type: "bounce", reason: "No such mailbox" };
    await admin.act("visitor-refuses-messages", { sessionId: session, origin: "email", ...details });
    return { origin: "email", fingerprints: [fingerprint], details };
  }),
  "message:notify:unread:send": onConversation(async ({ admin }, session) => {
    await admin.act("notify-unread", { sessionId: session, from: "user" });
  }),
  "message:notify:unread:received": onConversation(async ({ site, admin }, session) => {
    await site.answers(session);
    await admin.act("notify-unread", { sessionId: session, from: "operator" });
  }),
};
