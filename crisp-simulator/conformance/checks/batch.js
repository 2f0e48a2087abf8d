// Many conversations or people at once (crisp-api, section 3.6).
import { contains, refused } from "../harness/expect.js";

const checks = {
  async batchResolveConversations({ crisp, site }) {
    const sessions = await two(site);

    await crisp.website.batchResolveConversations(site.id, { sessions });

    await each(sessions, crisp, site, { state: "resolved", status: 2 });
  },

  async batchUnresolveConversations({ crisp, site }) {
    const sessions = await two(site);

    await crisp.website.batchUnresolveConversations(site.id, { sessions });

    await each(sessions, crisp, site, { state: "unresolved", status: 1 });
  },

  async batchReadConversations({ crisp, site }) {
    const sessions = await two(site);

    await crisp.website.batchReadConversations(site.id, { sessions });

    await each(sessions, crisp, site, { unread: { operator: 0 } });
  },

  async batchUnreadConversations({ crisp, site }) {
    const sessions = await two(site);
    await crisp.website.batchReadConversations(site.id, { sessions });

    await crisp.website.batchUnreadConversations(site.id, { sessions });

    await each(sessions, crisp, site, { unread: { operator: 1 } });
  },

  async batchRemoveConversations({ crisp, site }) {
    const sessions = await two(site);

    await crisp.website.batchRemoveConversations(site.id, { sessions });

    for (const session of sessions) {
      await refused(crisp.website.checkConversationExists(site.id, session), 404);
    }
  },

  async batchRemovePeople({ crisp, site }) {
    const profiles = [await site.profile(), await site.profile()];

    await crisp.website.batchRemovePeople(site.id, { profiles });

    for (const profile of profiles) {
      await refused(crisp.website.checkPeopleProfileExists(site.id, profile), 404);
    }
  },

  async batchReportConversations({ crisp, site }) {
    const sessions = await two(site);

    await crisp.website.batchReportConversations(site.id, { sessions, flag: "spam" });

    await refused(crisp.website.batchReportConversations(site.id, { sessions }), 400, "invalid_data");
  },

  async batchBlockConversations({ crisp, site }) {
    const sessions = await two(site);

    await crisp.website.batchBlockConversations(site.id, { sessions, blocked: true });

    await each(sessions, crisp, site, { is_blocked: true });
  },

  async batchRoutingConversations({ crisp, site }) {
    const sessions = await two(site);
    const assigned = { user_id: await site.operator() };

    await crisp.website.batchRoutingConversations(site.id, { sessions, assigned });

    await each(sessions, crisp, site, { assigned });
  },

  async batchInboxConversations({ crisp, site }) {
    const sessions = await two(site);
    const inbox = await site.inbox();

    await crisp.website.batchInboxConversations(site.id, { sessions, inbox_id: inbox });

    await each(sessions, crisp, site, { inbox_id: inbox });
  },

  async batchUpdateConversationsData({ crisp, site }) {
    const sessions = await two(site);

    await crisp.website.batchUpdateConversationsData(site.id, { sessions, data: { order: "4711" } });

    await each(sessions, crisp, site, { meta: { data: { order: "4711" } } });
  },

  async batchUpdatePeopleData({ crisp, site }) {
    const profiles = [await site.profile(), await site.profile()];

    await crisp.website.batchUpdatePeopleData(site.id, { profiles }, { plan: "gold" });

    for (const profile of profiles) {
      contains(await crisp.website.getPeopleData(site.id, profile), { data: { plan: "gold" } });
    }
  },

  async batchUpdateConversationsSegments({ crisp, site }) {
    const sessions = await two(site);

    await crisp.website.batchUpdateConversationsSegments(site.id, { sessions, segments: ["batched"] });

    await each(sessions, crisp, site, { meta: { segments: ["batched"] } });
  },

  async batchUpdatePeopleSegments({ crisp, site }) {
    const profiles = [await site.profile(), await site.profile()];

    await crisp.website.batchUpdatePeopleSegments(site.id, { profiles }, ["batched"]);

    for (const profile of profiles) {
      contains(await crisp.website.getPeopleProfile(site.id, profile), { segments: ["batched"] });
    }
  },
};

async function two(site) {
  return [await site.conversation(), await site.conversation()];
}

async function each(sessions, crisp, site, expected) {
  for (const session of sessions) {
    contains(await crisp.website.getConversation(site.id, session), expected);
  }
}

export default { service: "website", tiers: ["website", "plugin", "user"], checks };
