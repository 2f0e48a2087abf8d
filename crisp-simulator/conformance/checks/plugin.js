// What a plugin may ask about itself (crisp-api, sections 3.14 and 5.1).
import { conforms, contains, found, listOf, optional, text, uuid } from "../harness/expect.js";
import { endpoints } from "../harness/objects.js";

const websites = listOf({ website_id: uuid, token: text });

const checks = {
  async getConnectAccount({ crisp }) {
    conforms(await crisp.plugin.getConnectAccount(), { plugin_id: uuid });
  },

  async checkConnectSessionValidity({ crisp }) {
    await crisp.plugin.checkConnectSessionValidity();
  },

  async listAllConnectWebsites({ crisp, site }) {
    const answer = await crisp.plugin.listAllConnectWebsites(1, false, true);

    conforms(answer, websites);
    conforms(found(answer, { website_id: site.id }), { plan: optional({ id: text, name: text }) });
  },

  async listConnectWebsitesSince({ crisp, site }) {
    const answer = await crisp.plugin.listConnectWebsitesSince("2020-01-01T00:00:00Z", false, false);

    conforms(answer, websites);
    contains(found(answer, { website_id: site.id }), { difference: "added" });
  },

  async getConnectEndpoints({ crisp }) {
    conforms(await crisp.plugin.getConnectEndpoints(), endpoints);
  },
};

export default { service: "plugin", tiers: ["plugin"], checks };
