// The website itself: settings, availability, where its socket is (crisp-api, sections 3.13 and 5.1).
import { conforms, contains, listOf, millis, number, oneOf, refused, text, uuid } from "../harness/expect.js";
import { endpoints, settings, website } from "../harness/objects.js";

const checks = {
  async checkWebsiteExists({ crisp, site }) {
    const { domain } = await crisp.website.getWebsite(site.id);

    await crisp.website.checkWebsiteExists(domain);
    await refused(crisp.website.checkWebsiteExists("nobody.example"), 404);
  },

  async getWebsite({ crisp, site }) {
    const answer = await crisp.website.getWebsite(site.id);

    conforms(answer, website);
    contains(answer, { website_id: site.id });
  },

  async getWebsiteSettings({ crisp, site }) {
    const answer = await crisp.website.getWebsiteSettings(site.id);

    conforms(answer, settings);
    contains(answer, { website_id: site.id });
  },

  async updateWebsiteSettings({ crisp, site }) {
    const before = await crisp.website.getWebsiteSettings(site.id);
    const update = {
      contact: { phone: "+493012345" }, inbox: { locale: "de" }, emails: { rating: !before.emails.rating },
      chatbox: { color_theme: "green", blocked_ips: ["203.0.113.7"] },
    };

    await crisp.website.updateWebsiteSettings(site.id, update);

    const after = await crisp.website.getWebsiteSettings(site.id);
    contains(after, update);
    contains(after, { name: before.name, contact: { email: before.contact.email }, chatbox: { tile: before.chatbox.tile } });
    await refused(crisp.website.updateWebsiteSettings(site.id, { chatbox: { hide_on_mobile: "yes" } }), 400, "invalid_data");
  },

  async getWebsiteAvailabilityStatus({ crisp, site }) {
    conforms(await crisp.website.getWebsiteAvailabilityStatus(site.id), { status: oneOf("online", "away"), since: millis });
  },

  async listWebsiteOperatorAvailabilities({ crisp, site }) {
    const answer = await crisp.website.listWebsiteOperatorAvailabilities(site.id);

    conforms(answer, listOf({ user_id: uuid, type: text, time: { for: number, since: number } }));
  },

  async getConnectEndpoints({ crisp, site }) {
    conforms(await crisp.website.getConnectEndpoints(site.id), endpoints);
  },
};

export default { service: "website", tiers: ["website", "plugin", "user"], checks };
