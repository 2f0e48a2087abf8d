// Conversations as such: listed, created, looked at, removed (crisp-api, sections 3.1 to 3.3).
import { conforms, contains, count, found, listOf, notFound, refused, same, sessionId, text } from "../harness/expect.js";
import { conversation } from "../harness/objects.js";

const NOBODY = "session_00000000-0000-4000-8000-000000000000";

/** Walks a list that is paged by its path until it is empty, and gives all elements. */
export async function everyPage(page) {
  const elements = [];
  for (let number = 1, batch = await page(1); batch.length > 0; number++, batch = await page(number)) {
    elements.push(...batch);
  }
  return elements;
}

const checks = {
  async listConversations({ crisp, site }) {
    const session = await site.conversation();
    await crisp.website.updateConversationMetas(site.id, session, { nickname: "Ilse Brandt", email: site.email() });
    const empty = await site.emptyConversation();

    const newest = await crisp.website.listConversations(site.id, 1, { order_date_updated: 1, per_page: 50 });
    const withEmpty = await crisp.website.listConversations(site.id, 1, { order_date_created: 1, include_empty: 1 });
    const all = await everyPage((page) => crisp.website.listConversations(site.id, page, { per_page: 50 }));

    conforms(newest, listOf(conversation));
    found(newest, { session_id: session, state: "pending", last_message: "Where is my parcel?" });
    notFound(newest, { session_id: empty });
    found(withEmpty, { session_id: empty });
    same(new Set(all.map((one) => one.session_id)).size, all.length, "the number of different conversations");
    await listsFiltered(crisp, site, session);
  },

  async listSuggestedConversationSegments({ crisp, site }) {
    await withSegmentAndData(crisp, site, "parcel-lost", "order");

    const segments = await crisp.website.listSuggestedConversationSegments(site.id, 1);

    conforms(segments, listOf({ segment: text, count }));
    found(segments, { segment: "parcel-lost" });
  },

  async deleteSuggestedConversationSegment({ crisp, site }) {
    await withSegmentAndData(crisp, site, "parcel-found", "order");

    await crisp.website.deleteSuggestedConversationSegment(site.id, "parcel-found");

    const left = await everyPage((page) => crisp.website.listSuggestedConversationSegments(site.id, page));
    notFound(left, { segment: "parcel-found" });
  },

  async listSuggestedConversationDataKeys({ crisp, site }) {
    await withSegmentAndData(crisp, site, "parcel-lost", "parcel_number");

    const keys = await crisp.website.listSuggestedConversationDataKeys(site.id, 1);

    conforms(keys, listOf({ key: text, count }));
    found(keys, { key: "parcel_number" });
  },

  async deleteSuggestedConversationDataKey({ crisp, site }) {
    await withSegmentAndData(crisp, site, "parcel-lost", "parcel_weight");

    await crisp.website.deleteSuggestedConversationDataKey(site.id, "parcel_weight");

    const left = await everyPage((page) => crisp.website.listSuggestedConversationDataKeys(site.id, page));
    notFound(left, { key: "parcel_weight" });
  },

  async createNewConversation({ crisp, site }) {
    const created = await crisp.website.createNewConversation(site.id);

    conforms(created, { session_id: sessionId });
    const fresh = await crisp.website.getConversation(site.id, created.session_id);
    conforms(fresh, conversation);
    contains(fresh, { state: "pending", meta: { nickname: "anonymous", origin: "chat", data: {}, segments: [] } });
  },

  async checkConversationExists({ crisp, site }) {
    const session = await site.emptyConversation();

    await crisp.website.checkConversationExists(site.id, session);
    await refused(crisp.website.checkConversationExists(site.id, NOBODY), 404);
  },

  async getConversation({ crisp, site }) {
    const session = await site.conversation();

    const found = await crisp.website.getConversation(site.id, session);

    conforms(found, conversation);
    contains(found, {
      session_id: session, website_id: site.id, status: 0, unread: { operator: 1, visitor: 0 },
      preview_message: { type: "text", from: "user", excerpt: "Where is my parcel?" },
    });
    await refused(crisp.website.getConversation(site.id, NOBODY), 404, "conversation_not_found");
  },

  async removeConversation({ crisp, site }) {
    const session = await site.conversation();

    await crisp.website.removeConversation(site.id, session);

    await refused(crisp.website.checkConversationExists(site.id, session), 404);
    await refused(crisp.website.removeConversation(site.id, session), 404, "conversation_not_found");
  },

  async initiateConversationWithExistingSession({ crisp, site }) {
    const session = await site.emptyConversation();

    await crisp.website.initiateConversationWithExistingSession(site.id, session);

    await crisp.website.checkConversationExists(site.id, session);
    await refused(crisp.website.initiateConversationWithExistingSession(site.id, NOBODY), 404, "conversation_not_found");
  },
};

// The filters that tell the conversation from others, and those that hide it.
async function listsFiltered(crisp, site, session) {
  const list = (options) => crisp.website.listConversations(site.id, 1, { order_date_updated: 1, ...options });
  await crisp.website.changeConversationState(site.id, session, "resolved");
  const start = new Date(Date.now() - 60_000).toISOString();

  found(await list({ filter_resolved: 1 }), { session_id: session });
  notFound(await list({ filter_not_resolved: 1 }), { session_id: session });
  found(await list({ filter_date_start: start }), { session_id: session });
  notFound(await list({ filter_date_end: start }), { session_id: session });
  found(await list({ filter_unassigned: 1 }), { session_id: session });
  found(await list({ search_query: "Ilse", search_type: "text" }), { session_id: session });
  // An array in a query travels as JSON: that is the client's way.
  const clause = { model: "conversation", criterion: "meta.nickname", operator: "eq", query: ["Ilse Brandt"] };
  found(await list({ search_query: [clause], search_type: "filter" }), { session_id: session });
}

async function withSegmentAndData(crisp, site, segment, key) {
  const session = await site.conversation();
  await crisp.website.updateConversationMetas(site.id, session, { segments: [segment], data: { [key]: "4711" } });
}

export default { service: "website", tiers: ["website", "plugin", "user"], checks };
