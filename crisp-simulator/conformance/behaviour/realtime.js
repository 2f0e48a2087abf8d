// The socket, as the client finds and keeps it (crisp-api, section 5), and as an older stranger does.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import io2 from "socket.io-client-v2";
import { newClient } from "../harness/client.js";
import { conforms, millis, same } from "../harness/expect.js";
import { Listener, within } from "../harness/listener.js";
import { problemOf } from "../harness/outcome.js";
import { Site } from "../harness/site.js";

const NAMES = ["message:send"];
// The client waits up to 10 s, give or take three quarters, before it connects again.
const RECONNECT_MS = 30_000;
const PATIENCE_MS = 10_000;
const BIND_MS = 500;

/** A listener for the time of an action. */
async function listening(place, tier, options, action) {
  const listener = await Listener.connect(place, tier, NAMES, options);
  try {
    await action(listener);
  } finally {
    listener.close();
  }
}

async function hearsTheVisitor(listener, site, patience) {
  const session = await site.emptyConversation();
  const fingerprint = await site.says(session, { content: "Anybody there?" });
  const expected = { session_id: session, fingerprint, content: "Anybody there?" };
  conforms(await listener.until("message:send", expected, patience), { timestamp: millis });
}

// Nobody is told when a bind has taken effect.
async function eventually(action) {
  for (let attempt = 1; attempt < 10; attempt++) {
    if ((await problemOf(action)) === "") {
      return;
    }
  }
  await action();
}

/** A socket of socket.io 2, which speaks Engine.IO 3, as Crisp's Go client does. */
async function oldSocket(place, { tier, key }, action) {
  const { socket: { app } } = await newClient(place, tier).website.getConnectEndpoints(place.websiteId);
  const { origin, pathname } = new URL(app);
  const [username, password] = place.tokens[tier];
  const socket = io2(origin, { path: pathname, transports: ["websocket"], reconnectionDelay: 100, forceNew: true });
  socket.on("connect", () => {
    socket.emit("authentication", { tier, username, password: key ?? password, events: NAMES });
  });
  try {
    await action(socket);
  } finally {
    socket.close();
  }
}

const next = (socket, name, patience = PATIENCE_MS) =>
  within(patience, () => `no '${name}' came`, (resolve) => socket.once(name, resolve));

export default [
  ...["website", "plugin"].map((tier) => ({
    what: `With a ${tier} token the client finds the socket, is let in, and hears what happens`,
    run: async ({ place, site }) => {
      await listening(place, tier, {}, (listener) => hearsTheVisitor(listener, site));
    },
  })),
  {
    what: "A client that is told where the socket is need not ask",
    run: async ({ place, site }) => {
      const { socket: { app } } = await newClient(place, "website").website.getConnectEndpoints(site.id);
      await listening(place, "website", { rtmHost: app }, (listener) => hearsTheVisitor(listener, site));
    },
  },
  {
    what: "Only what was asked for is heard",
    run: async ({ place, site }) => {
      await listening(place, "website", {}, async (listener) => {
        const names = new Set();
        listener.socket.onAny((name) => names.add(name));
        await site.answers(await site.conversation());
        await hearsTheVisitor(listener, site);
        same([...names], NAMES, "what came over the socket");
      });
    },
  },
  {
    what: "A website that installs the plugin later is silent until the client binds again",
    run: async ({ place, admin }) => {
      const late = new Site(newClient(place, "plugin"), randomUUID(), "late");
      await admin.addWebsite(late.id);
      await listening(place, "plugin", {}, async (listener) => {
        await admin.installPlugin(late.id);
        const unheard = await late.conversation();
        await listener.crisp.rebindSocket();
        await eventually(() => hearsTheVisitor(listener, late, BIND_MS));
        const sessions = listener.payloads("message:send").map((data) => data.session_id);
        same(sessions.includes(unheard), false, "whether what came before the bind was heard");
      });
    },
  },
  {
    what: "After a cut the client comes back, is let in again, and hears what happens from then on",
    run: async ({ place, site, admin }) => {
      await listening(place, "website", {}, async (listener) => {
        const again = listener.authenticated(RECONNECT_MS);
        await admin.cutSockets();
        await again;
        await hearsTheVisitor(listener, site);
      });
    },
  },
  {
    what: "With a wrong key the client is told so, and throws as it does",
    run: async ({ place }) => {
      // Only with a host of its own: asking where the socket is would be refused before.
      const { socket: { app } } = await newClient(place, "website").website.getConnectEndpoints(place.websiteId);
      const crisp = newClient(place);
      crisp.authenticateTier("website", place.tokens.website[0], "0".repeat(64));
      crisp.setRtmHost(app);
      // It throws out of its own event handler, where no caller can catch it.
      const thrown = once(process, "uncaughtException", { signal: AbortSignal.timeout(PATIENCE_MS) });
      await crisp.on("message:send", () => {});
      const [error] = await thrown;
      crisp._socket.disconnect();
      assert.match(error.message, /authentication is invalid/);
    },
  },
  {
    what: "A socket of Engine.IO 3 is let in and hears what happens",
    run: async ({ place, site }) => {
      await oldSocket(place, { tier: "plugin" }, async (socket) => {
        same(await next(socket, "authenticated"), true);
        const heard = next(socket, "message:send");
        const session = await site.conversation();
        same((await heard).session_id, session);
      });
    },
  },
  {
    what: "A socket of Engine.IO 3 comes back after a cut",
    run: async ({ place, admin }) => {
      await oldSocket(place, { tier: "website" }, async (socket) => {
        await next(socket, "authenticated");
        const again = next(socket, "authenticated", RECONNECT_MS);
        await admin.cutSockets();
        same(await again, true);
      });
    },
  },
  {
    what: "A socket of Engine.IO 3 with a wrong key is told `unauthorized` and cut",
    run: async ({ place }) => {
      await oldSocket(place, { tier: "website", key: "0".repeat(64) }, async (socket) => {
        const cut = next(socket, "disconnect");
        const { message } = await next(socket, "unauthorized");
        same(typeof message, "string", "the type of the message");
        await cut;
      });
    },
  },
];
