// Screen sharing and calls (crisp-api, section 3.4). The visitor's side of both is a browser that nobody has here.
import { browsingId, callId, conforms, found, listOf, refused } from "../harness/expect.js";

const checks = {
  async listBrowsingSessionsForConversation({ crisp, site }) {
    const answer = await crisp.website.listBrowsingSessionsForConversation(site.id, await site.conversation());

    conforms(answer, listOf({ browsing_id: browsingId }));
  },

  async initiateBrowsingSessionForConversation({ crisp, site }) {
    const session = await site.conversation();

    await crisp.website.initiateBrowsingSessionForConversation(site.id, session);

    conforms(await browsing(crisp, site, session), { browsing_id: browsingId });
  },

  async sendActionToExistingBrowsingSession({ crisp, site }) {
    const session = await site.conversation();
    await crisp.website.initiateBrowsingSessionForConversation(site.id, session);
    const { browsing_id: id } = await browsing(crisp, site, session);

    await crisp.website.sendActionToExistingBrowsingSession(site.id, session, id, "stop");

    await refused(crisp.website.sendActionToExistingBrowsingSession(site.id, session, "browsing_none", "stop"), 404);
  },

  async assistExistingBrowsingSession({ crisp, site }) {
    const session = await site.conversation();
    await crisp.website.initiateBrowsingSessionForConversation(site.id, session);
    const { browsing_id: id } = await browsing(crisp, site, session);
    const assist = { action: "mouse", mouse: { x: 0, y: 784 } };

    await crisp.website.assistExistingBrowsingSession(site.id, session, id, assist);

    await refused(crisp.website.assistExistingBrowsingSession(site.id, session, "browsing_none", assist), 404);
  },

  async initiateNewCallSessionForConversation({ crisp, site }) {
    const session = await site.conversation();

    await crisp.website.initiateNewCallSessionForConversation(site.id, session, "video");

    conforms(await crisp.website.getOngoingCallSessionForConversation(site.id, session), { call_id: callId });
  },

  async getOngoingCallSessionForConversation({ crisp, site }) {
    const session = await site.conversation();
    await refused(crisp.website.getOngoingCallSessionForConversation(site.id, session), 404);
    await crisp.website.initiateNewCallSessionForConversation(site.id, session);

    conforms(await crisp.website.getOngoingCallSessionForConversation(site.id, session), { call_id: callId });
  },

  async abortOngoingCallSessionForConversation({ crisp, site }) {
    const session = await site.conversation();
    await crisp.website.initiateNewCallSessionForConversation(site.id, session, "audio");
    const { call_id: id } = await crisp.website.getOngoingCallSessionForConversation(site.id, session);

    await crisp.website.abortOngoingCallSessionForConversation(site.id, session, id);

    await refused(crisp.website.getOngoingCallSessionForConversation(site.id, session), 404);
  },

  async transmitSignalingOnOngoingCallSession({ crisp, site }) {
    const session = await site.conversation();
    await crisp.website.initiateNewCallSessionForConversation(site.id, session, "audio");
    const { call_id: id } = await crisp.website.getOngoingCallSessionForConversation(site.id, session);
    const payload = { type: "ice", payload: { candidate: "candidate:1 1 udp 1 192.0.2.1 9 typ host" } };

    await crisp.website.transmitSignalingOnOngoingCallSession(site.id, session, id, payload);

    await refused(crisp.website.transmitSignalingOnOngoingCallSession(site.id, session, "call_none", payload), 404);
  },
};

async function browsing(crisp, site, session) {
  return found(await crisp.website.listBrowsingSessionsForConversation(site.id, session), {});
}

export default { service: "website", tiers: ["website", "plugin", "user"], checks };
