package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.workspace.Website.Operator;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes up the conversations of a past, one at a time and the same one each time. Keeps none. */
final class PastConversations {

    private final String websiteId;
    private final List<Operator> team;
    private final SessionIds sessions;
    private final long first;
    private final List<Profile> profiles;
    private final PastTimes times;
    private final PastMessages messages;
    private final Chance metas;
    private final Chance operators;
    private final Chance assignments;

    /**
     * @param website whose operators answer; when it has none, the team as such does
     * @param first what the session id of the first conversation stands for; the others follow
     * @param profiles whom the first conversations are bound to, one each
     */
    PastConversations(
            Website website,
            SessionIds sessions,
            long first,
            List<Profile> profiles,
            PastTimes times,
            PastMessages messages,
            Chance chance) {
        this.websiteId = website.websiteId();
        boolean nobody = website.operators().isEmpty();
        this.team = nobody ? List.of(new Operator(null, website.name())) : website.operators();
        this.sessions = sessions;
        this.first = first;
        this.profiles = List.copyOf(profiles);
        this.times = times;
        this.messages = messages;
        this.metas = chance.of(1);
        this.operators = chance.of(2);
        this.assignments = chance.of(3);
    }

    /** The conversation of that number, from 0. */
    StoredConversation conversation(int number) {
        StoredConversation conversation = new StoredConversation(
                websiteId, sessions.of(first + number), meta(number), Instant.ofEpochMilli(times.created(number)));
        Traits traits = traits(number);
        conversation.peopleId = traits.peopleId();
        conversation.state = traits.state();
        conversation.unreadOperator = traits.unreadOperator();
        conversation.unreadVisitor = traits.kind == PastKind.ANSWERED ? 1 : 0;
        conversation.assignedTo = traits.assignedTo();
        conversation.updatedAt = traits.updatedAt();
        conversation.waitingSince = traits.waitingSince();
        conversation.lastActive = traits.lastActive();
        Operator operator = operators.pick(team, first + number);
        conversation
                .messages()
                .remember(messages.each(), index -> messages.message(conversation, number, index, operator));
        return conversation;
    }

    Traits traits(int number) {
        return new Traits(number, PastKind.of(times.rank(number), messages.each()));
    }

    /** What is known of a conversation without its texts. */
    final class Traits implements ConversationTraits {

        private final int number;
        private final PastKind kind;

        private Traits(int number, PastKind kind) {
            this.number = number;
            this.kind = kind;
        }

        @Override
        public State state() {
            return kind.state;
        }

        @Override
        public int unreadOperator() {
            return switch (kind) {
                case PENDING -> messages.each();
                case WAITING -> 1;
                case ANSWERED, RESOLVED -> 0;
            };
        }

        @Override
        public String assignedTo() {
            return assignments.below(3, first + number) == 0
                    ? null
                    : operators.pick(team, first + number).userId();
        }

        @Override
        public String peopleId() {
            return number < profiles.size() ? profiles.get(number).peopleId() : null;
        }

        @Override
        public String inboxId() {
            return null;
        }

        @Override
        public List<String> mentions() {
            return List.of();
        }

        @Override
        public Instant updatedAt() {
            return Instant.ofEpochMilli(times.updated(times.rank(number)));
        }

        private Instant waitingSince() {
            if (messages.each() == 0 || kind.last == Side.OPERATOR) {
                return null;
            }
            return kind == PastKind.PENDING ? Instant.ofEpochMilli(times.created(number)) : updatedAt();
        }

        /** When the visitor wrote the last time. */
        private Instant lastActive() {
            int index = kind.last == Side.USER ? messages.each() - 1 : messages.each() - 2;
            return Instant.ofEpochMilli(index < 0 ? times.created(number) : times.written(number, index));
        }
    }

    private Map<String, Object> meta(int number) {
        RandomGenerator random = metas.generator(first + number);
        String name = Names.person(random);
        Profile profile = number < profiles.size() ? profiles.get(number) : null;
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("nickname", profile == null ? name : profile.nickname());
        meta.put("email", profile == null ? Names.email(name, first + number) : profile.email());
        meta.put("phone", "");
        meta.put("address", "");
        meta.put("subject", Names.subject(random));
        meta.put("origin", "chat");
        meta.put("ip", "203.0.113." + number % 250);
        meta.put("avatar", null);
        meta.put("data", data(random));
        meta.put("segments", Names.segments(random));
        meta.put("connection", Map.of("isp", "Example Net", "asn", "AS64500"));
        meta.put("device", Names.pick(Device.ALL, random));
        return Collections.unmodifiableMap(meta);
    }

    private static Map<String, Object> data(RandomGenerator random) {
        return Map.of(
                "order",
                Integer.toString(Names.number(random)),
                "vip",
                random.nextInt(10) == 0,
                "visits",
                random.nextInt(20));
    }
}
