package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.workspace.Website.Operator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Makes up a past, the same one for the same seed and clock. */
final class Seeder {

    private static final Duration PAST = Duration.ofDays(90);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(40);

    private final Supplier<Website> websites;
    private final ConversationStore store;
    private final People people;
    private final Ids ids;
    private final Random random;
    private Website website;
    private int written;

    Seeder(Supplier<Website> websites, ConversationStore store, People people, Ids ids, long seed) {
        this.websites = websites;
        this.store = store;
        this.people = people;
        this.ids = ids;
        this.random = new Random(seed);
    }

    void seed(int conversations, int messagesEach, int profiles) {
        synchronized (store) {
            website = websites.get();
            Instant now = store.now();
            List<Profile> known = new ArrayList<>(profiles);
            for (int i = 0; i < profiles; i++) {
                known.add(profile(spread(now, i, profiles)));
            }
            for (int i = 0; i < conversations; i++) {
                Profile profile = i < profiles ? known.get(i) : null;
                store.add(conversation(i, profile, spread(now, i, conversations), messagesEach));
            }
        }
    }

    private static Instant spread(Instant now, int index, int count) {
        return now.minus(PAST).plusMillis(PAST.toMillis() * index / count);
    }

    private Profile profile(Instant createdAt) {
        String name = Names.person(random);
        Map<String, Object> device = Names.pick(Device.ALL, random);
        Map<String, Object> person =
                Map.of("nickname", name, "geolocation", device.get("geolocation"), "locales", device.get("locales"));
        Map<String, Object> company = Map.of("name", "Example GmbH", "domain", "example.org");
        ProfileCard card = new ProfileCard(
                Names.email(name, people.count()), person, company, List.of("customer"), null, createdAt);
        return people.create(card, createdAt);
    }

    private StoredConversation conversation(int number, Profile profile, Instant createdAt, int messages) {
        StoredConversation conversation =
                new StoredConversation(website.websiteId(), ids.session(), meta(number, profile), createdAt);
        conversation.peopleId = profile == null ? null : profile.peopleId();
        conversation.lastActive = createdAt;
        Instant now = store.now();
        Instant time = createdAt;
        for (int i = 0; i < messages; i++) {
            conversation.updatedAt = time;
            write(conversation, i % 2 == 0 ? Side.USER : Side.OPERATOR, time);
            Instant next = time.plusMillis(1_000 + random.nextInt((int) LONGEST_PAUSE.toMillis()));
            time = next.isAfter(now) ? now : next;
        }
        settle(conversation);
        return conversation;
    }

    private void write(StoredConversation conversation, Side turn, Instant time) {
        MessageDraft draft = Contents.draft(written++, turn, random);
        Author author = draft.from() == Side.USER
                ? new Author("website", conversation.sessionId, (String) conversation.meta.get("nickname"), null)
                : author(Names.pick(website.operators(), random));
        Message message = new Message(
                website.websiteId(),
                conversation.sessionId,
                freshFingerprint(conversation, time),
                draft.type(),
                draft.from(),
                draft.origin(),
                draft.content(),
                List.of(),
                "",
                "",
                false,
                time,
                author,
                Map.of());
        conversation.messages().add(message);
        conversation.heard(message, true);
        if (draft.from() == Side.OPERATOR) {
            conversation
                    .messages()
                    .replaceAll(earlier -> earlier.from() == Side.USER ? earlier.withRead("chat") : earlier);
            Turns.count(conversation);
        }
    }

    private void settle(StoredConversation conversation) {
        if (random.nextInt(3) > 0) {
            conversation.assignedTo = Names.pick(website.operators(), random).userId();
        }
        if (conversation.state == State.UNRESOLVED && random.nextBoolean()) {
            conversation.state = State.RESOLVED;
            conversation.waitingSince = null;
        }
    }

    private Map<String, Object> meta(int number, Profile profile) {
        String name = profile == null ? Names.person(random) : profile.nickname();
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("nickname", name);
        meta.put("email", profile == null ? Names.email(name, number) : profile.email());
        meta.put("phone", "");
        meta.put("address", "");
        meta.put("subject", Names.subject(random));
        meta.put("origin", "chat");
        meta.put("ip", "203.0.113." + number % 250);
        meta.put("avatar", null);
        meta.put(
                "data",
                Map.of(
                        "order",
                        Integer.toString(Names.number(random)),
                        "vip",
                        random.nextInt(10) == 0,
                        "visits",
                        random.nextInt(20)));
        meta.put("segments", Names.segments(random));
        meta.put("connection", Map.of("isp", "Example Net", "asn", "AS64500"));
        meta.put("device", Names.pick(Device.ALL, random));
        return Collections.unmodifiableMap(meta);
    }

    private long freshFingerprint(StoredConversation conversation, Instant time) {
        long fingerprint = ids.fingerprint(time);
        while (conversation.messages().find(fingerprint).isPresent()) {
            fingerprint = ids.fingerprint(time);
        }
        return fingerprint;
    }

    private static Author author(Operator operator) {
        return new Author("website", operator.userId(), operator.nickname(), null);
    }
}
