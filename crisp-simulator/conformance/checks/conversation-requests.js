// What may be asked for on a conversation (crisp-api, section 3.4). Most of it happens elsewhere, in a mailbox or in the
// visitor's browser, and cannot be read back: for those the refusals show that the request was understood.
import { contains, refused } from "../harness/expect.js";

const NOBODY = "session_00000000-0000-4000-8000-000000000000";

const checks = {
  async requestIdentityVerificationForConversation({ crisp, site }) {
    const request = { identity: "email", method: "link", recipient: site.email() };

    await crisp.website.requestIdentityVerificationForConversation(site.id, await site.conversation(), request);

    const ofNobody = crisp.website.requestIdentityVerificationForConversation(site.id, NOBODY, request);
    await refused(ofNobody, 404, "conversation_not_found");
  },

  async redeemIdentityVerificationLinkForConversation({ crisp, site }) {
    const session = await site.conversation();
    const recipient = site.email();
    const request = { identity: "email", method: "link", recipient };
    await crisp.website.requestIdentityVerificationForConversation(site.id, session, request);

    // The token is in the recipient's mailbox, thus nobody but them can redeem it.
    const guess = { identity: "email", token: "000000", recipient };
    await refused(crisp.website.redeemIdentityVerificationLinkForConversation(site.id, session, guess), 404);

    contains(await crisp.website.getVerifyStatusForConversation(site.id, session), { verified: false });
  },

  async requestEmailTranscriptForConversation({ crisp, site }) {
    const session = await site.conversation();

    await crisp.website.requestEmailTranscriptForConversation(site.id, session, "operator", site.email());

    await refused(crisp.website.requestEmailTranscriptForConversation(site.id, session), 400, "invalid_data");
  },

  async requestChatboxBindingPurgeForConversation({ crisp, site }) {
    await crisp.website.requestChatboxBindingPurgeForConversation(site.id, await site.conversation());

    await refused(crisp.website.requestChatboxBindingPurgeForConversation(site.id, NOBODY), 404, "conversation_not_found");
  },

  async requestUserFeedbackForConversation({ crisp, site }) {
    await crisp.website.requestUserFeedbackForConversation(site.id, await site.conversation());

    await refused(crisp.website.requestUserFeedbackForConversation(site.id, NOBODY), 404, "conversation_not_found");
  },

  async scheduleReminderForConversation({ crisp, site }) {
    const session = await site.conversation();

    await crisp.website.scheduleReminderForConversation(site.id, session, "2030-05-29T09:00:00Z", "Call this customer.");

    const someday = crisp.website.scheduleReminderForConversation(site.id, session, "someday", "Call this customer.");
    await refused(someday, 400, "invalid_data");
  },

  async reportConversation({ crisp, site }) {
    const session = await site.conversation();

    await crisp.website.reportConversation(site.id, session, "spam");

    await refused(crisp.website.reportConversation(site.id, session), 400, "invalid_data");
  },

  async requestToolCallForConversation({ crisp, site }) {
    const session = await site.conversation();

    await crisp.website.requestToolCallForConversation(site.id, session, "list_tools", { limit: 3 });

    await refused(crisp.website.requestToolCallForConversation(site.id, session), 400, "invalid_data");
  },
};

export default { service: "website", tiers: ["website", "plugin", "user"], checks };
