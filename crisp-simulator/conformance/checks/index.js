// All checks, in no particular order: they are tried in the client's own order of methods.
import batch from "./batch.js";
import browsingAndCalls from "./browsing-and-calls.js";
import bucket from "./bucket.js";
import conversationHistory from "./conversation-history.js";
import conversationProperties from "./conversation-properties.js";
import conversationRequests from "./conversation-requests.js";
import conversations from "./conversations.js";
import inboxes from "./inboxes.js";
import messages from "./messages.js";
import operators from "./operators.js";
import people from "./people.js";
import plugin from "./plugin.js";
import userOnly from "./user-only.js";
import visitors from "./visitors.js";
import website from "./website.js";

export default [
  batch, browsingAndCalls, bucket, conversationHistory, conversationProperties, conversationRequests, conversations, inboxes,
  messages, operators, people, plugin, userOnly, visitors, website,
];
