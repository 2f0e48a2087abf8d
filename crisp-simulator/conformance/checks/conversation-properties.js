// What a conversation has and what may be changed about it (crisp-api, section 3.4).
import { conforms, contains, flag, listOf, nullable, refused, same, sessionId } from "../harness/expect.js";
import { meta, participant, state, verification } from "../harness/objects.js";

const checks = {
  async getConversationState({ crisp, site }) {
    const answer = await crisp.website.getConversationState(site.id, await site.conversation());

    conforms(answer, { state });
    contains(answer, { state: "pending" });
  },

  async changeConversationState({ crisp, site }) {
    const session = await site.conversation();
    for (const [state, status] of [["unresolved", 1], ["resolved", 2], ["pending", 0]]) {
      await crisp.website.changeConversationState(site.id, session, state, { nickname: "Mo Adler" }, site.origin);

      contains(await crisp.website.getConversationState(site.id, session), { state });
      contains(await crisp.website.getConversation(site.id, session), { state, status });
    }
    await refused(crisp.website.changeConversationState(site.id, session, "archived"), 400, "invalid_data");
  },

  async updateConversationOpenState({ crisp, site }) {
    const session = await site.conversation();

    await crisp.website.updateConversationOpenState(site.id, session, true);
    await crisp.website.updateConversationOpenState(site.id, session, false);
  },

  async getConversationRoutingAssign({ crisp, site }) {
    const answer = await crisp.website.getConversationRoutingAssign(site.id, await site.conversation());

    same(answer, { assigned: null });
  },

  async assignConversationRouting({ crisp, site }) {
    const session = await site.conversation();
    const assigned = { user_id: await site.operator() };

    await crisp.website.assignConversationRouting(site.id, session, { assigned, silent: true });

    same(await crisp.website.getConversationRoutingAssign(site.id, session), { assigned });
    contains(await crisp.website.getConversation(site.id, session), { assigned });
    await crisp.website.assignConversationRouting(site.id, session, { assigned: null });
    same(await crisp.website.getConversationRoutingAssign(site.id, session), { assigned: null });
  },

  async updateConversationInbox({ crisp, site }) {
    const session = await site.conversation();
    const inbox = await site.inbox();

    await crisp.website.updateConversationInbox(site.id, session, inbox);

    contains(await crisp.website.getConversation(site.id, session), { inbox_id: inbox });
    await crisp.website.updateConversationInbox(site.id, session, null);
    contains(await crisp.website.getConversation(site.id, session), { inbox_id: null });
  },

  async getConversationMetas({ crisp, site }) {
    const answer = await crisp.website.getConversationMetas(site.id, await site.emptyConversation());

    conforms(answer, meta);
    contains(answer, { nickname: "anonymous", email: "", phone: "", data: {}, segments: [] });
  },

  async updateConversationMetas({ crisp, site }) {
    const session = await site.conversation();
    const first = {
      nickname: "Ilse Brandt", email: site.email(), phone: "+493012345", address: "Berlin", subject: "Parcel 4711",
      avatar: "https://files.example.org/p/ilse.png", ip: "203.0.113.7", data: { order: "4711", vip: true, visits: 3 },
      segments: ["shipping", "vip"],
      device: {
        geolocation: { country: "DE", city: "Berlin", coordinates: { latitude: 52.52, longitude: 13.4 } },
        system: { os: { name: "Linux", version: "6.1" }, browser: { name: "Firefox", version: "128.0", major: "128" } },
        timezone: -120, locales: ["de", "en"],
      },
    };

    await crisp.website.updateConversationMetas(site.id, session, first);
    await crisp.website.updateConversationMetas(site.id, session, { segments: ["late"] });

    const answer = await crisp.website.getConversationMetas(site.id, session);
    conforms(answer, meta);
    contains(answer, { ...first, segments: ["late"] });
    await refused(crisp.website.updateConversationMetas(site.id, session, { nickname: 7 }), 400, "invalid_data");
  },

  async getConversationRelations({ crisp, site }) {
    const answer = await crisp.website.getConversationRelations(site.id, await site.conversation());

    conforms(answer, { conversations: { parent: nullable(sessionId), children: listOf(sessionId) } });
  },

  async getConversationParticipants({ crisp, site }) {
    const answer = await crisp.website.getConversationParticipants(site.id, await site.conversation());

    same(answer, { participants: [] });
  },

  async saveConversationParticipants({ crisp, site }) {
    const session = await site.conversation();
    const participants = [{ type: "email", target: site.email() }];

    await crisp.website.saveConversationParticipants(site.id, session, { participants });

    const answer = await crisp.website.getConversationParticipants(site.id, session);
    conforms(answer, { participants: listOf(participant) });
    same(answer, { participants });
    contains(await crisp.website.getConversation(site.id, session), { participants });
    await crisp.website.saveConversationParticipants(site.id, session, { participants: [] });
    same(await crisp.website.getConversationParticipants(site.id, session), { participants: [] });
  },

  async getBlockStatusForConversation({ crisp, site }) {
    same(await crisp.website.getBlockStatusForConversation(site.id, await site.conversation()), { blocked: false });
  },

  async blockIncomingMessagesForConversation({ crisp, site }) {
    const session = await site.conversation();

    await crisp.website.blockIncomingMessagesForConversation(site.id, session, true);

    same(await crisp.website.getBlockStatusForConversation(site.id, session), { blocked: true });
    contains(await crisp.website.getConversation(site.id, session), { is_blocked: true });
    await crisp.website.blockIncomingMessagesForConversation(site.id, session, false);
    same(await crisp.website.getBlockStatusForConversation(site.id, session), { blocked: false });
  },

  async getVerifyStatusForConversation({ crisp, site }) {
    const answer = await crisp.website.getVerifyStatusForConversation(site.id, await site.conversation());

    conforms(answer, { verified: flag, verifications: listOf(verification) });
    contains(answer, { verified: false });
  },

  async updateVerifyStatusForConversation({ crisp, site }) {
    const session = await site.conversation();

    await crisp.website.updateVerifyStatusForConversation(site.id, session, true);

    contains(await crisp.website.getVerifyStatusForConversation(site.id, session), { verified: true });
    contains(await crisp.website.getConversation(site.id, session), { is_verified: true });
  },
};

export default { service: "website", tiers: ["website", "plugin", "user"], checks };
