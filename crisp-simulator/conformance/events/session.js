// What makes each session event happen (crisp-api, section 5.7).

const meta = (change) => onConversation(async ({ crisp, site }, session) => {
  await crisp.website.updateConversationMetas(site.id, session, change);
  return change;
});

const device = (change, event) => onConversation(async ({ crisp, site }, session) => {
  await crisp.website.updateConversationMetas(site.id, session, { device: change });
  return event ?? change;
});

const visitor = (action, fields, event) => onConversation(async ({ admin }, session) => {
  await admin.act(action, { sessionId: session, ...fields });
  return event;
});

const GEOLOCATION = { country: "DE", region: "BE", city: "Berlin", coordinates: { latitude: 52.52, longitude: 13.4 } };
const SYSTEM = {
  os: { name: "Linux", version: "6.1" }, engine: { name: "Gecko", version: "128.0" },
  browser: { name: "Firefox", version: "128.0", major: "128" }, useragent: "Mozilla/5.0 (X11; Linux x86_64)",
};

/** What is done to a conversation of its own; the event must be about it. */
export function onConversation(action) {
  return async (context) => {
    const session = await context.site.conversation();
    const expected = await action(context, session);
    return { website_id: context.site.id, session_id: session, ...expected };
  };
}

export default {
  "session:update_availability": visitor("visitor-comes-online", {}, { availability: "online" }),
  "session:update_verify": onConversation(async ({ crisp, site }, session) => {
    await crisp.website.updateVerifyStatusForConversation(site.id, session, true);
    return { is_verified: true };
  }),
  "session:request:initiated": onConversation(async ({ crisp, site }, session) => {
    await crisp.website.initiateConversationWithExistingSession(site.id, session);
  }),
  "session:set_email": meta({ email: "ilse@example.org" }),
  "session:set_phone": meta({ phone: "+493012345" }),
  "session:set_address": meta({ address: "Berlin" }),
  "session:set_subject": meta({ subject: "Parcel 4711" }),
  "session:set_avatar": meta({ avatar: "https://files.example.org/p/ilse.png" }),
  "session:set_nickname": meta({ nickname: "Ilse" }),
  "session:set_origin": meta({ origin: "email" }),
  "session:set_data": meta({ data: { order: "4711", vip: true } }),
  "session:set_segments": meta({ segments: ["vip"] }),
  "session:set_state": onConversation(async ({ crisp, site }, session) => {
    await crisp.website.changeConversationState(site.id, session, "resolved");
    return { state: "resolved" };
  }),
  "session:set_block": onConversation(async ({ crisp, site }, session) => {
    await crisp.website.blockIncomingMessagesForConversation(site.id, session, true);
    return { is_blocked: true };
  }),
  "session:set_opened": onConversation(async ({ crisp, site }, session) => {
    await crisp.website.updateConversationOpenState(site.id, session, true);
  }),
  "session:set_closed": onConversation(async ({ crisp, site }, session) => {
    await crisp.website.updateConversationOpenState(site.id, session, true);
    await crisp.website.updateConversationOpenState(site.id, session, false);
  }),
  "session:set_participants": onConversation(async ({ crisp, site }, session) => {
    const participants = [{ type: "email", target: "lena@example.org" }];
    await crisp.website.saveConversationParticipants(site.id, session, { participants });
    return { participants };
  }),
  "session:set_mentions": onConversation(async ({ site }, session) => {
    const mentions = [await site.operator()];
    await site.answers(session, { type: "note", content: "Please look", mentions });
    return { mentions };
  }),
  "session:set_routing": onConversation(async ({ crisp, site }, session) => {
    const operator = await site.operator();
    await crisp.website.assignConversationRouting(site.id, session, { assigned: { user_id: operator } });
    return { routing_id: operator, previous_routing_id: null };
  }),
  "session:set_inbox": onConversation(async ({ crisp, site }, session) => {
    const inbox = await site.inbox();
    await crisp.website.updateConversationInbox(site.id, session, inbox);
    return { inbox_id: inbox, previous_inbox_id: null };
  }),
  "session:sync:pages": visitor(
    "visitor-browses",
    { title: "Parcels", url: "https://shop.example.org/parcels" },
    { pages: [{ page_title: "Parcels", page_url: "https://shop.example.org/parcels" }] },
  ),
  "session:sync:events": visitor(
    "visitor-triggers",
    { text: "order:placed", data: { order: "4711" }, color: "green" },
    { events: [{ text: "order:placed", data: { order: "4711" }, color: "green" }] },
  ),
  "session:sync:capabilities": device({ capabilities: ["call", "browsing"] }),
  "session:sync:geolocation": device({ geolocation: GEOLOCATION }),
  "session:sync:system": device({ system: SYSTEM }),
  "session:sync:network": onConversation(async ({ crisp, site }, session) => {
    await crisp.website.updateConversationMetas(site.id, session, { ip: "203.0.113.7" });
    return { network: { ip: "203.0.113.7" } };
  }),
  "session:sync:timezone": device({ timezone: -120 }, { timezone: { offset: -120 } }),
  "session:sync:locales": device({ locales: ["de", "en"] }, { locales: { locales: ["de", "en"] } }),
  "session:sync:rating": visitor("visitor-rates", { stars: 5, comment: "Fast" }, { rating: { stars: 5, comment: "Fast" } }),
  "session:sync:topic": visitor("set-topic", { topic: "Delivery" }, { topic: "Delivery" }),
  "session:error": visitor(
    "visitor-fails",
    { type: "email", value: "ilse@", previousValue: "" },
    { type: "email", value: "ilse@", previous_value: "" },
  ),
  "session:removed": onConversation(async ({ crisp, site }, session) => {
    await crisp.website.removeConversation(site.id, session);
  }),
};
