// What makes the events about people, screens, calls and files happen (crisp-api, section 5.7).
import { onConversation } from "./session.js";

const bucket = (namespace) => async ({ crisp, site }) => {
  const id = `conformance-${namespace}`;
  const file = { name: "box.png", type: "image/png" };
  await crisp.bucket.generateBucketURL({ namespace, id, file, resource: { type: "website", id: site.id } });
  return { id, type: "image/png" };
};

export default {
  "people:profile:created": async ({ site }) => {
    const email = site.email();
    const id = await site.profile({ email });
    return { website_id: site.id, people_id: id, email };
  },
  "people:profile:updated": async ({ crisp, site }) => {
    const id = await site.profile();
    await crisp.website.updatePeopleProfile(site.id, id, { person: { nickname: "Nora Quist" } });
    return { website_id: site.id, people_id: id, update: { person: { nickname: "Nora Quist" } } };
  },
  "people:profile:removed": async ({ crisp, site }) => {
    const id = await site.profile();
    await crisp.website.removePeopleProfile(site.id, id);
    return { website_id: site.id, people_id: id };
  },
  "people:bind:session": onConversation(async ({ site, admin }, session) => {
    const id = await site.profile();
    await admin.act("bind-profile", { sessionId: session, peopleId: id });
    return { people_id: id };
  }),
  "people:sync:profile": onConversation(async ({ site, admin }, session) => {
    const id = await site.profile();
    await admin.act("bind-profile", { sessionId: session, peopleId: id });
    await admin.act("sync-profile", { sessionId: session, person: { gender: "female" } });
    return { people_id: id, identity: { person: { gender: "female" } } };
  }),
  "email:subscribe": async ({ crisp, site }) => {
    const email = site.email();
    const id = await site.profile({ email });
    await crisp.website.updatePeopleSubscriptionStatus(site.id, id, { email: false });
    return { website_id: site.id, email, subscribed: false };
  },
  "browsing:request:initiated": onConversation(async ({ crisp, site }, session) => {
    await crisp.website.initiateBrowsingSessionForConversation(site.id, session);
  }),
  "browsing:request:rejected": onConversation(async ({ crisp, site, admin }, session) => {
    await crisp.website.initiateBrowsingSessionForConversation(site.id, session);
    const [{ browsing_id: id }] = await crisp.website.listBrowsingSessionsForConversation(site.id, session);
    await admin.act("visitor-rejects-browsing", { sessionId: session, browsingId: id });
  }),
  "call:request:initiated": onConversation(async ({ crisp, site }, session) => {
    await crisp.website.initiateNewCallSessionForConversation(site.id, session, "audio");
    return crisp.website.getOngoingCallSessionForConversation(site.id, session);
  }),
  "call:request:rejected": onConversation(async ({ crisp, site, admin }, session) => {
    await crisp.website.initiateNewCallSessionForConversation(site.id, session, "audio");
    const call = await crisp.website.getOngoingCallSessionForConversation(site.id, session);
    await admin.act("visitor-rejects-call", { sessionId: session, callId: call.call_id });
    return call;
  }),
  "website:update_operators_availability": async ({ site, admin }) => {
    const operator = await site.operator();
    await admin.act("operator-availability", { userId: operator, availability: "away" });
    await admin.act("operator-availability", { userId: operator, availability: "online" });
    return { website_id: site.id, user_id: operator, availability: { type: "online" } };
  },
  "website:users:available": async ({ crisp, site, admin }) => {
    const operators = await crisp.website.listWebsiteOperators(site.id);
    const ids = operators.filter(({ type }) => type === "operator").map(({ details }) => details.user_id);
    for (const userId of ids) {
      await admin.act("operator-availability", { userId, availability: "away" });
    }
    await admin.act("operator-availability", { userId: ids[0], availability: "online" });
    return { website_id: site.id, available: true };
  },
  "website:update_visitors_count": async ({ crisp, site, admin }) => {
    const { count } = await crisp.website.countVisitors(site.id);
    await admin.act("tell-visitors-count", {});
    return { website_id: site.id, visitors_count: count };
  },
  "plugin:subscription:updated": async ({ site, admin }) => {
    await admin.removePlugin(site.id);
    await admin.installPlugin(site.id);
    return { website_id: site.id, bound: true };
  },
  "bucket:url:upload:generated": bucket("upload"),
  "bucket:url:avatar:generated": bucket("avatar"),
  "bucket:url:website:generated": bucket("website"),
  "bucket:url:campaign:generated": bucket("campaign"),
  "bucket:url:helpdesk:generated": bucket("helpdesk"),
  "bucket:url:status:generated": bucket("status"),
  "bucket:url:processing:generated": bucket("processing"),
};
