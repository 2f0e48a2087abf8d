// Web hooks, as a program receives them with the client (crisp-api, section 6).
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { newClient } from "../harness/client.js";
import { conforms, contains, millis, same, text as string, uuid } from "../harness/expect.js";
import { within } from "../harness/listener.js";

const PATIENCE_MS = 10_000;
// crisp-api, section 10.4.
const SECRET = "whsec-example-0001";
const TIMESTAMP = 1760000120150;
const SIGNATURE = "3e401c2ee0543163e43c7c3cf1723e5e69a2c2876f3015b6e0c8d430412a702a";
const BODY = {
  website_id: "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11",
  event: "session:removed",
  data: {
    website_id: "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11",
    session_id: "session_3f0c2a57-5a0d-4e0b-8d0e-5c1b7a9f1e10",
    inbox_id: null,
  },
  timestamp: TIMESTAMP,
};

/** A client that takes an event from web hooks instead of a socket, and what it will hear. */
async function hookClient(place, event) {
  const crisp = newClient(place, "plugin");
  crisp.setRtmMode("webhooks");
  let bound;
  const heard = within(PATIENCE_MS, () => "the listener heard nothing", (resolve) => {
    bound = crisp.on(event, resolve);
  });
  await bound;
  return { crisp, heard };
}

/** The first delivery of what an action makes happen, to an address of its own: {headers, body}. */
async function delivered(admin, hook, action) {
  const server = createServer();
  const delivery = within(PATIENCE_MS, () => "nothing was delivered", (resolve) => {
    server.on("request", async (request, response) => {
      const sent = await text(request);
      response.end();
      resolve({ headers: request.headers, sent });
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  try {
    await admin.addHook({ url: `http://127.0.0.1:${server.address().port}/crisp?key=abc`, ...hook });
    await action();
    const { headers, sent } = await delivery;
    return { headers, body: JSON.parse(sent) };
  } finally {
    await admin.removeHooks();
    server.close();
  }
}

export default [
  {
    what: "The hook of the reference's example has a good signature, and no other has; it is handed to whoever listens",
    run: async ({ place }) => {
      const { crisp, heard } = await hookClient(place, "session:removed");
      for (const verify of [crisp.verifyHook.bind(crisp), crisp.verifyWidget.bind(crisp)]) {
        assert.ok(verify(SECRET, BODY, TIMESTAMP, SIGNATURE));
        assert.ok(!verify(SECRET, { ...BODY, event: "session:error" }, TIMESTAMP, SIGNATURE));
        assert.ok(!verify(SECRET, BODY, TIMESTAMP + 1, SIGNATURE));
        assert.ok(!verify("another secret", BODY, TIMESTAMP, SIGNATURE));
      }
      same(crisp.receiveHook(BODY), null, "what is wrong with the body");
      same(await heard, BODY.data, "what was heard");
    },
  },
  {
    what: "A plugin's hook is delivered, has a good signature, and is handed to whoever listens",
    run: async ({ place, site, admin, crisp }) => {
      const session = await site.conversation();
      const { plugin_id: pluginId } = await newClient(place, "plugin").plugin.getConnectAccount();
      const hook = { pluginId, secret: SECRET, events: ["session:set_state"] };
      const { headers, body } = await delivered(admin, hook, async () => {
        await crisp.website.changeConversationState(site.id, session, "resolved");
      });

      const { crisp: receiver, heard } = await hookClient(place, "session:set_state");
      const timestamp = Number(headers["x-crisp-request-timestamp"]);
      assert.ok(receiver.verifyHook(SECRET, body, timestamp, headers["x-crisp-signature"]), "the signature is not good");
      same(receiver.receiveHook(body), null, "what is wrong with the body");
      contains(await heard, { website_id: site.id, session_id: session, inbox_id: null, state: "resolved" });
      conforms(body, { website_id: uuid, event: string, timestamp: millis });
    },
  },
  {
    what: "A website's hook is delivered without a signature",
    run: async ({ site, admin }) => {
      const { headers, body } = await delivered(admin, { events: ["message:send"] }, () => site.conversation());

      contains(body, { website_id: site.id, event: "message:send", data: { content: "Where is my parcel?" } });
      same(headers["x-crisp-signature"], undefined, "the signature");
      same(headers["x-delivery-attempt-count"], "1", "the count of attempts");
    },
  },
];
