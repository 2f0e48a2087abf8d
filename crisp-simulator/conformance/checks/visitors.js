// Visitors who are on the website now (crisp-api, section 3.13).
import { conforms, contains, count, found, listOf, refused, sessionId, text } from "../harness/expect.js";
import { everyPage } from "./conversations.js";

const BERLIN = { country: "DE", city: "Berlin", coordinates: { latitude: 52.52, longitude: 13.4 } };

const checks = {
  async countVisitors({ crisp, site, admin }) {
    const before = await crisp.website.countVisitors(site.id);
    await visitor(site, admin);

    const after = await crisp.website.countVisitors(site.id);

    conforms(after, { count });
    contains(after, { count: before.count + 1 });
  },

  async listVisitors({ crisp, site, admin }) {
    const session = await visitor(site, admin);

    const visitors = await everyPage((page) => crisp.website.listVisitors(site.id, page));

    conforms(visitors, listOf({ session_id: sessionId, nickname: text }));
    found(visitors, { session_id: session, nickname: "Ilse", geolocation: BERLIN });
  },

  async pinpointVisitorsOnMap({ crisp, site, admin }) {
    await visitor(site, admin);

    const points = await crisp.website.pinpointVisitorsOnMap(site.id, 13.4, 52.52, 500);

    conforms(points, listOf({ visitors: { count, sessions: listOf({ session_id: sessionId }) } }));
    found(points, { geolocation: BERLIN });
  },

  async getSessionIdentifierFromToken({ crisp, site, admin }) {
    const session = await visitor(site, admin);
    const { token } = await admin.act("visitor-token", { sessionId: session });

    contains(await crisp.website.getSessionIdentifierFromToken(site.id, token), { session_id: session });
    await refused(crisp.website.getSessionIdentifierFromToken(site.id, "nobody"), 404);
  },
};

/** Somebody in Berlin who has the website open in a browser. */
async function visitor(site, admin) {
  const session = await site.conversation();
  await site.crisp.website.updateConversationMetas(site.id, session, { nickname: "Ilse", device: { geolocation: BERLIN } });
  await admin.act("visitor-comes-online", { sessionId: session });
  return session;
}

export default { service: "website", tiers: ["website", "plugin", "user"], checks };
