// Operators: who works on the website (crisp-api, section 3.12).
import { conforms, contains, found, listOf, millis, nullable, refused, text, uuid } from "../harness/expect.js";
import { operator } from "../harness/objects.js";

const checks = {
  async listWebsiteOperators({ crisp, site }) {
    const operators = await crisp.website.listWebsiteOperators(site.id);

    conforms(operators.filter(({ type }) => type === "operator"), listOf({ type: text, details: operator }));
    found(operators, { type: "operator", details: { role: "owner" } });
  },

  async listLastActiveWebsiteOperators({ crisp, site }) {
    const active = await crisp.website.listLastActiveWebsiteOperators(site.id);

    conforms(active, listOf({ user_id: uuid, avatar: nullable(text), nickname: text, timestamp: millis }));
  },

  async sendEmailToWebsiteOperators({ crisp, site }) {
    const email = {
      recipient: "owners", subject: "Stock is low", message: "Order more boxes.",
      target: { label: "Open the shop", url: "https://shop.example.org/" },
    };

    await crisp.website.sendEmailToWebsiteOperators(site.id, email);

    await refused(crisp.website.sendEmailToWebsiteOperators(site.id, { recipient: "owners" }), 400, "invalid_data");
  },

  async getWebsiteOperator({ crisp, site }) {
    const id = await site.operator();

    const answer = await crisp.website.getWebsiteOperator(site.id, id);

    conforms(answer, operator);
    contains(answer, { user_id: id });
    await refused(crisp.website.getWebsiteOperator(site.id, "00000000-0000-4000-8000-000000000000"), 404);
  },
};

export default { service: "website", tiers: ["website", "plugin", "user"], checks };
