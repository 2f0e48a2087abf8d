// Events that only Crisp itself causes, and for which the simulator has no model of its own: it is told to say them. Their
// payload is ours (crisp-api, section 5.7), so that they show the way to the listener and no more.

const ID = "5a0d4e0b-1357-4bdf-9ace-02468ace1357";
const SPAM = { spam_id: ID, type: "email", reason: "spf", metadata: {}, headers: {}, timestamp: 1760000120123 };

const WEBSITE_EVENTS = {
  "email:track:view": { type: "campaign", identifier: ID, mode: "open" },
  "plugin:channel": { plugin_id: ID, identifier: "channel", namespace: "conformance", payload: { stock: 3 } },
  "plugin:event": { plugin_id: ID, urn: "urn:example.org:conformance:0", name: "stock", data: { left: 3 } },
  "plugin:settings:saved": { plugin_id: ID, settings: { colour: "blue" } },
  "plan:subscription:updated": { plan: { id: ID, name: "Plus", price: 95, trialing: false } },
  "spam:message": SPAM,
  "spam:decision": { spam_id: ID, action: "reject" },
  "people:import:progress": { progress: 40, count: { skipped: 1, remaining: 60 } },
  "people:import:done": { error: false },
  "campaign:progress": { campaign_id: ID, progress: 40 },
  "campaign:dispatched": { campaign_id: ID },
  "campaign:running": { campaign_id: ID, running: true },
  "status:health:changed": { health: "sick", nodes: [{ label: "shop", replica: "one" }] },
  "media:animation:listed": { id: 1, identifier: ID, results: [{ type: "image/gif", url: "https://gif.example.org/1" }] },
};

const SESSION_EVENTS = {
  "identity:verify:request": {
    plugin_id: ID, target: "ilse@example.org", code: "4711", confirm_url: "https://shop.example.org/confirm",
  },
};

/** An event that the simulator says because it is told to. */
function said(name, fieldsOf) {
  const cause = async (context) => {
    const fields = await fieldsOf(context);
    await context.admin.act("server-says", { event: name, fields });
    return fields;
  };
  return Object.assign(cause, { note: "with a payload of ours" });
}

const ofWebsite = ([name, fields]) => [name, said(name, () => fields)];
const ofSession = ([name, fields]) => [
  name, said(name, async ({ site }) => ({ session_id: await site.conversation(), ...fields })),
];

export default Object.fromEntries([
  ...Object.entries(WEBSITE_EVENTS).map(ofWebsite),
  ...Object.entries(SESSION_EVENTS).map(ofSession),
]);
