// What only Crisp's own apps may do: spam, widgets, imports, the team, the website (marked U in crisp-api, section 3).
import { conforms, contains, found, listOf, refused, uuid } from "../harness/expect.js";

const NOTHING = "00000000-0000-4000-8000-000000000000";

const proof = (place) => ({ method: "password", secret: place.userSecret });

const checks = {
  async listSpamConversations({ crisp, site }) {
    conforms(await crisp.website.listSpamConversations(site.id, 1), listOf({ spam_id: uuid }));
  },

  async resolveSpamConversationContent({ crisp, site }) {
    await refused(crisp.website.resolveSpamConversationContent(site.id, NOTHING), 404, "spam_not_found");
  },

  async submitSpamConversationDecision({ crisp, site }) {
    await refused(crisp.website.submitSpamConversationDecision(site.id, NOTHING, "reject"), 404, "spam_not_found");
  },

  async deliverWidgetButtonActionForConversation({ crisp, site }) {
    const widget = [await site.conversation(), NOTHING, "payments", "refund"];

    const press = crisp.website.deliverWidgetButtonActionForConversation(site.id, ...widget, { invoice: "D-1929-X" });
    await refused(press, 404, "widget_not_found");
  },

  async deliverWidgetDataFetchActionForConversation({ crisp, site }) {
    const widget = [await site.conversation(), NOTHING, "payments", "unpaid_balance"];

    const fetched = crisp.website.deliverWidgetDataFetchActionForConversation(site.id, ...widget, {});
    await refused(fetched, 404, "widget_not_found");
  },

  async deliverWidgetDataEditActionForConversation({ crisp, site }) {
    const widget = [await site.conversation(), NOTHING, "payments", "unpaid_balance"];

    const edited = crisp.website.deliverWidgetDataEditActionForConversation(site.id, ...widget, "12.50");
    await refused(edited, 404, "widget_not_found");
  },

  async inviteWebsiteOperator({ crisp, site, place }) {
    const email = site.email();

    await crisp.website.inviteWebsiteOperator(site.id, email, "member", proof(place));

    found(await crisp.website.listWebsiteOperators(site.id), { type: "invite", details: { email } });
  },

  async changeOperatorMembership({ crisp, site }) {
    const id = await site.operator();
    const { role } = await crisp.website.getWebsiteOperator(site.id, id);

    await crisp.website.changeOperatorMembership(site.id, id, role, "Head of returns");

    contains(await crisp.website.getWebsiteOperator(site.id, id), { role, title: "Head of returns" });
  },

  async unlinkOperatorFromWebsite({ crisp, site }) {
    const operators = await crisp.website.listWebsiteOperators(site.id);
    const { user_id: id } = found(operators, { type: "operator", details: { role: "member" } }).details;

    await crisp.website.unlinkOperatorFromWebsite(site.id, id);

    await refused(crisp.website.getWebsiteOperator(site.id, id), 404);
  },

  async flushLastActiveWebsiteOperators({ crisp, site }) {
    await crisp.website.flushLastActiveWebsiteOperators(site.id);

    contains({ active: await crisp.website.listLastActiveWebsiteOperators(site.id) }, { active: [] });
  },

  async createWebsite({ crisp }) {
    const created = await crisp.website.createWebsite({ name: "Second Shop", domain: "second.example.org" });

    conforms(created, { website_id: uuid });
    await crisp.website.checkWebsiteExists("second.example.org");
  },

  async deleteWebsite({ crisp, place }) {
    const { website_id: id } = await crisp.website.createWebsite({ name: "Third Shop", domain: "third.example.org" });

    await crisp.website.deleteWebsite(id, proof(place));
    // It is only scheduled.
    await crisp.website.getWebsite(id);
    const guess = { method: "password", secret: "123456" };
    await refused(crisp.website.deleteWebsite(id, guess), 423, "password_unverified");
  },

  async abortWebsiteDeletion({ crisp, place }) {
    const { website_id: id } = await crisp.website.createWebsite({ name: "Fourth Shop", domain: "fourth.example.org" });
    await crisp.website.deleteWebsite(id, proof(place));

    await crisp.website.abortWebsiteDeletion(id);
  },

  async listPeopleCampaigns({ crisp, site }) {
    conforms(await crisp.website.listPeopleCampaigns(site.id, await site.profile(), 1), listOf({ campaign_id: uuid }));
  },

  async exportPeopleProfiles({ crisp, site }) {
    await crisp.website.exportPeopleProfiles(site.id);
  },

  async importPeopleProfiles({ crisp, site }) {
    await crisp.website.importPeopleProfiles(site.id, {
      url: "https://files.example.org/people.csv",
      mapping: [{ column: 1, field: "email" }, { column: 2, field: "person.nickname" }],
      options: { column_separator: ";", skip_header: true },
    });
  },
};

export default { service: "website", tiers: ["user"], checks };
