package dev.crispconnect.simulator.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Makes up a past, the same one for the same seed and clock. */
final class Seeder {

    private static final Duration PAST = Duration.ofDays(90);

    private final Supplier<Website> websites;
    private final ConversationStore store;
    private final People people;
    private final Random random;
    private final Chance chance;

    Seeder(Supplier<Website> websites, ConversationStore store, People people, long seed) {
        this.websites = websites;
        this.store = store;
        this.people = people;
        this.random = new Random(seed);
        this.chance = new Chance(seed);
    }

    void seed(int conversations, int messagesEach, int profiles) {
        synchronized (store) {
            Instant now = store.now();
            List<Profile> known = new ArrayList<>(profiles);
            for (int i = 0; i < profiles; i++) {
                known.add(profile(spread(now, i, profiles)));
            }
            store.changes().made();
            if (conversations > 0) {
                store.add(past(now, conversations, messagesEach, known));
            }
        }
    }

    private Past past(Instant now, int conversations, int messagesEach, List<Profile> profiles) {
        Pasts pasts = store.pasts();
        Chance its = chance.of(pasts.next());
        PastTimes times = new PastTimes(now, conversations, messagesEach, its.of(1));
        PastMessages messages = new PastMessages(times, messagesEach, its.of(2));
        return new Past(
                conversations,
                messagesEach,
                store.touches(),
                times,
                new PastConversations(
                        websites.get(), pasts.sessions(), pasts.next(), profiles, times, messages, its.of(3)));
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
}
