// Inboxes of the website (crisp-api, section 3.13).
import { conforms, contains, found, listOf, refused, uuid } from "../harness/expect.js";
import { inbox } from "../harness/objects.js";

const NEW = {
  name: "Returns", emoji: "📦", order: 1, operators: [], teams: [],
  conditions: [{ model: "session", criterion: "meta.segments", operator: "eq", query: ["returns"] }], operator: "and",
};

const checks = {
  async listInboxes({ crisp, site }) {
    const id = await site.inbox();

    const inboxes = await crisp.website.listInboxes(site.id, 1);

    conforms(inboxes, listOf(inbox));
    found(inboxes, { inbox_id: id });
  },

  async batchOrderInboxes({ crisp, site }) {
    const [first, second] = [await site.inbox(), await site.inbox()];

    const orders = [{ inbox_id: first, order: 8 }, { inbox_id: second, order: 7 }];
    await crisp.website.batchOrderInboxes(site.id, { orders });

    contains(await crisp.website.getInbox(site.id, first), { order: 8 });
    contains(await crisp.website.getInbox(site.id, second), { order: 7 });
  },

  async createNewInbox({ crisp, site }) {
    const answer = await crisp.website.createNewInbox(site.id, NEW);

    conforms(answer, { inbox_id: uuid });
    contains(await crisp.website.getInbox(site.id, answer.inbox_id), NEW);
  },

  async checkInboxExists({ crisp, site }) {
    await crisp.website.checkInboxExists(site.id, await site.inbox());

    await refused(crisp.website.checkInboxExists(site.id, "00000000-0000-4000-8000-000000000000"), 404);
  },

  async getInbox({ crisp, site }) {
    const id = await site.inbox();

    const answer = await crisp.website.getInbox(site.id, id);

    conforms(answer, inbox);
    contains(answer, { inbox_id: id });
  },

  async saveInbox({ crisp, site }) {
    const id = await site.inbox();

    await crisp.website.saveInbox(site.id, id, { ...NEW, name: "Lost parcels" });

    contains(await crisp.website.getInbox(site.id, id), { ...NEW, name: "Lost parcels" });
  },

  async deleteInbox({ crisp, site }) {
    const id = await site.inbox();

    await crisp.website.deleteInbox(site.id, id);

    await refused(crisp.website.getInbox(site.id, id), 404);
  },
};

export default { service: "website", tiers: ["website", "plugin", "user"], checks };
