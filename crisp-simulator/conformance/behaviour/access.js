// Who is let in over REST (crisp-api, sections 1.2 to 1.6).
import { newClient } from "../harness/client.js";
import { conforms, refused } from "../harness/expect.js";
import { website } from "../harness/objects.js";

export default [
  {
    what: "A client that did not authenticate is refused with 401",
    run: async ({ place }) => {
      await refused(newClient(place).website.getWebsite(place.websiteId), 401);
    },
  },
  {
    what: "A wrong key is refused with 401",
    run: async ({ place }) => {
      const crisp = newClient(place);
      crisp.authenticateTier("website", place.tokens.website[0], "0".repeat(64));
      await refused(crisp.website.getWebsite(place.websiteId), 401);
    },
  },
  {
    what: "A website token that calls itself a plugin's is refused with 403",
    run: async ({ place }) => {
      const crisp = newClient(place);
      crisp.authenticateTier("plugin", ...place.tokens.website);
      await refused(crisp.website.getWebsite(place.websiteId), 403, "not_allowed");
    },
  },
  {
    what: "A plugin's token is refused with 404 `not_subscribed` where the plugin is not installed",
    run: async ({ place }) => {
      const elsewhere = "00000000-0000-4000-8000-000000000000";
      await refused(newClient(place, "plugin").website.getWebsite(elsewhere), 404, "not_subscribed");
    },
  },
  {
    what: "Headers that the program adds do no harm",
    run: async ({ place }) => {
      const crisp = newClient(place, "website");
      crisp.setCustomHeaders({ "X-Shop": "example", Accept: "*/*" });
      conforms(await crisp.website.getWebsite(place.websiteId), website);
    },
  },
];
