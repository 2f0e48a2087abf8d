// People: profiles and what hangs on them (crisp-api, section 3.11).
import {
  conforms, contains, count, flag, found, listOf, millis, notFound, refused, same, sessionId, text, uuid,
} from "../harness/expect.js";
import { profile } from "../harness/objects.js";
import { everyPage } from "./conversations.js";

const PERSON = {
  nickname: "Ilse Brandt", avatar: "https://files.example.org/p/ilse.png", gender: "female", phone: "+493012345",
  address: "Berlin", timezone: -120, locales: ["de"],
  employment: { name: "Example GmbH", domain: "example.org", title: "Buyer", role: "operations", seniority: "manager" },
};
const COMPANY = { name: "Example GmbH", domain: "example.org", metrics: { employees: 40 }, tags: ["retail"] };
const NOBODY = "00000000-0000-4000-8000-000000000000";

const checks = {
  async getPeopleStatistics({ crisp, site }) {
    const { total } = await crisp.website.getPeopleStatistics(site.id);
    await site.profile();

    same(await crisp.website.getPeopleStatistics(site.id), { total: total + 1 });
  },

  async listSuggestedPeopleSegments({ crisp, site }) {
    await site.profile({ segments: ["wholesale"] });

    const segments = await crisp.website.listSuggestedPeopleSegments(site.id, 1);

    conforms(segments, listOf({ segment: text, count }));
    found(segments, { segment: "wholesale" });
  },

  async deleteSuggestedPeopleSegment({ crisp, site }) {
    await site.profile({ segments: ["mistyped"] });

    await crisp.website.deleteSuggestedPeopleSegment(site.id, "mistyped");

    notFound(await everyPage((page) => crisp.website.listSuggestedPeopleSegments(site.id, page)), { segment: "mistyped" });
  },

  async listSuggestedPeopleDataKeys({ crisp, site }) {
    await crisp.website.savePeopleData(site.id, await site.profile(), { data: { contract: "C-1" } });

    const keys = await crisp.website.listSuggestedPeopleDataKeys(site.id, 1);

    conforms(keys, listOf({ key: text, count }));
    found(keys, { key: "contract" });
  },

  async deleteSuggestedPeopleDataKey({ crisp, site }) {
    await crisp.website.savePeopleData(site.id, await site.profile(), { data: { mistyped: "C-1" } });

    await crisp.website.deleteSuggestedPeopleDataKey(site.id, "mistyped");

    notFound(await everyPage((page) => crisp.website.listSuggestedPeopleDataKeys(site.id, page)), { key: "mistyped" });
  },

  async listSuggestedPeopleEvents({ crisp, site }) {
    await crisp.website.addPeopleEvent(site.id, await site.profile(), { text: "order:placed" });

    const events = await crisp.website.listSuggestedPeopleEvents(site.id, 1);

    conforms(events, listOf({ text, count }));
    found(events, { text: "order:placed" });
  },

  async deleteSuggestedPeopleEvent({ crisp, site }) {
    await crisp.website.addPeopleEvent(site.id, await site.profile(), { text: "order:mistyped" });

    await crisp.website.deleteSuggestedPeopleEvent(site.id, "order:mistyped");

    notFound(await everyPage((page) => crisp.website.listSuggestedPeopleEvents(site.id, page)), { text: "order:mistyped" });
  },

  async listPeopleProfiles({ crisp, site }) {
    const email = site.email();
    const id = await site.profile({ email, person: { nickname: "Nora Quist" } });
    const clause = JSON.stringify([{ model: "people", criterion: "email", operator: "eq", query: [email] }]);

    const newest = await crisp.website.listPeopleProfiles(site.id, 1, "created_at", "descending");
    const unsorted = (...search) => crisp.website.listPeopleProfiles(site.id, 1, undefined, undefined, ...search);
    const searched = await unsorted(undefined, undefined, "Nora Quist");
    const filtered = await unsorted("and", clause);
    const all = await everyPage((page) => crisp.website.listPeopleProfiles(site.id, page));

    conforms(all, listOf(profile));
    found(newest, { people_id: id });
    found(searched, { people_id: id });
    same(filtered.map((one) => one.people_id), [id], "the filtered list");
    same(new Set(all.map((one) => one.people_id)).size, all.length, "the number of different profiles");
  },

  async addNewPeopleProfile({ crisp, site }) {
    const email = site.email();
    const card = { email, person: PERSON, company: COMPANY, segments: ["customer"], notepad: "Prefers e-mail" };

    const answer = await crisp.website.addNewPeopleProfile(site.id, card);

    conforms(answer, { people_id: uuid });
    contains(await crisp.website.getPeopleProfile(site.id, answer.people_id), card);
    await refused(crisp.website.addNewPeopleProfile(site.id, card), 409);
  },

  async checkPeopleProfileExists({ crisp, site }) {
    const email = site.email();
    const id = await site.profile({ email });

    await crisp.website.checkPeopleProfileExists(site.id, id);
    await crisp.website.checkPeopleProfileExists(site.id, email);
    await refused(crisp.website.checkPeopleProfileExists(site.id, NOBODY), 404);
  },

  async getPeopleProfile({ crisp, site }) {
    const email = site.email();
    const id = await site.profile({ email, person: PERSON });

    const answer = await crisp.website.getPeopleProfile(site.id, email);

    conforms(answer, profile);
    contains(answer, { people_id: id, email, person: PERSON });
    await refused(crisp.website.getPeopleProfile(site.id, NOBODY), 404, "people_not_found");
  },

  async savePeopleProfile({ crisp, site }) {
    const email = site.email();
    const id = await site.profile({ email, person: PERSON, segments: ["customer"] });

    await crisp.website.savePeopleProfile(site.id, id, { email, person: { nickname: "Ilse B." } });

    const saved = await crisp.website.getPeopleProfile(site.id, id);
    same(saved.person, { nickname: "Ilse B." }, "the person that replaces the other");
    same(saved.segments, [], "the list of segments, which nobody named");
  },

  async updatePeopleProfile({ crisp, site }) {
    const id = await site.profile({ person: PERSON, segments: ["customer"] });

    await crisp.website.updatePeopleProfile(site.id, id, { notepad: "Call first", active: 1760000123456 });

    const update = { notepad: "Call first", active: { last: 1760000123456 }, person: PERSON, segments: ["customer"] };
    contains(await crisp.website.getPeopleProfile(site.id, id), update);
    await refused(crisp.website.updatePeopleProfile(site.id, NOBODY, { notepad: "Nobody" }), 404, "people_not_found");
  },

  async removePeopleProfile({ crisp, site }) {
    const id = await site.profile();

    await crisp.website.removePeopleProfile(site.id, id);

    await refused(crisp.website.getPeopleProfile(site.id, id), 404, "people_not_found");
  },

  async listPeopleConversations({ crisp, site, admin }) {
    const id = await site.profile();
    const session = await site.conversation();
    await admin.act("bind-profile", { sessionId: session, peopleId: id });

    const sessions = await crisp.website.listPeopleConversations(site.id, id, 1);

    conforms(sessions, listOf(sessionId));
    same(sessions, [session]);
  },

  async addPeopleEvent({ crisp, site }) {
    const id = await site.profile();
    const event = { text: "order:placed", data: { order: "4711", total: 12.5 }, color: "green" };

    await crisp.website.addPeopleEvent(site.id, id, event);

    found(await crisp.website.listPeopleEvents(site.id, id, 1), event);
    await refused(crisp.website.addPeopleEvent(site.id, id, {}), 400, "invalid_data");
  },

  async listPeopleEvents({ crisp, site }) {
    const id = await site.profile();
    await crisp.website.addPeopleEvent(site.id, id, { text: "order:placed" });
    await crisp.website.addPeopleEvent(site.id, id, { text: "order:paid" });

    const events = await crisp.website.listPeopleEvents(site.id, id, 1);

    conforms(events, listOf({ text, timestamp: millis }));
    same(events.length, 2, "the number of events");
  },

  async getPeopleData({ crisp, site }) {
    same(await crisp.website.getPeopleData(site.id, await site.profile()), { data: {} });
  },

  async savePeopleData({ crisp, site }) {
    const id = await site.profile();
    await crisp.website.savePeopleData(site.id, id, { data: { type: "customer", visits: 3 } });

    await crisp.website.savePeopleData(site.id, id, { data: { vip: true } });

    same(await crisp.website.getPeopleData(site.id, id), { data: { vip: true } });
  },

  async updatePeopleData({ crisp, site }) {
    const id = await site.profile();
    await crisp.website.savePeopleData(site.id, id, { data: { type: "customer" } });

    await crisp.website.updatePeopleData(site.id, id, { data: { vip: true } });

    same(await crisp.website.getPeopleData(site.id, id), { data: { type: "customer", vip: true } });
  },

  async getPeopleSubscriptionStatus({ crisp, site }) {
    conforms(await crisp.website.getPeopleSubscriptionStatus(site.id, await site.profile()), { email: flag });
  },

  async updatePeopleSubscriptionStatus({ crisp, site }) {
    const id = await site.profile();
    for (const email of [false, true]) {
      await crisp.website.updatePeopleSubscriptionStatus(site.id, id, { email });

      same(await crisp.website.getPeopleSubscriptionStatus(site.id, id), { email });
    }
  },
};

export default { service: "website", tiers: ["website", "plugin", "user"], checks };
