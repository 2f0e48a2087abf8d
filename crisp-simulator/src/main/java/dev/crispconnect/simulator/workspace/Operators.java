package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.event.EventName;
import dev.crispconnect.simulator.workspace.AbsentException.Kind;
import dev.crispconnect.simulator.workspace.Membership.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who belongs to a website and is there to answer (Crisp API reference, sections 3.12 and 3.13). It begins with three
 * operators who are online, the first of them its owner. Crisp tells of changed availabilities only. Every method that
 * takes a user_id throws {@link AbsentException} when there is no such member. Thread-safe: guarded by this object.
 */
public final class Operators {

    private final Ids ids;
    private final InstantSource clock;
    private final ServerVoice voice;
    private final Map<String, Membership> members = new LinkedHashMap<>();
    private final Map<String, Instant> active = new LinkedHashMap<>();
    private final List<OperatorEmail> emails = new ArrayList<>();
    private boolean online = true;
    private Instant since;

    /** An operator who works in the app, and when that was last seen. */
    public record Active(Membership operator, Instant time) {}

    Operators(Ids ids, InstantSource clock, ServerVoice voice) {
        this.ids = ids;
        this.clock = clock;
        this.voice = voice;
        this.since = now();
        join("Mo", "Adler", "mo@example.org", Role.OWNER);
        join("Hana", "Sato", "hana@example.org", Role.MEMBER);
        join("Diego", "Silva", "diego@example.org", Role.MEMBER);
    }

    /** Operators and invitations, in the order in which they came. */
    public synchronized List<Membership> list() {
        return List.copyOf(members.values());
    }

    /** Those who answer visitors; one at least. */
    public synchronized List<Website.Operator> answering() {
        return members.values().stream()
                .filter(Membership::answers)
                .map(member -> new Website.Operator(member.userId(), member.nickname()))
                .toList();
    }

    /** The member of that id. */
    public synchronized Membership get(String userId) {
        Membership member = members.get(userId);
        if (member == null) {
            throw new AbsentException(Kind.OPERATOR, userId);
        }
        return member;
    }

    /** Somebody becomes an operator, and is online. */
    public synchronized Membership join(String firstName, String lastName, String email, Role role) {
        return add(new Membership(
                Membership.Type.OPERATOR,
                ids.uuid(),
                email,
                null,
                firstName,
                lastName,
                role,
                "Support",
                Availability.ONLINE,
                now()));
    }

    /**
     * Somebody is asked to become an operator.
     *
     * @throws TakenException when somebody with that e-mail address is a member already
     */
    public synchronized Membership invite(String email, Role role) {
        if (members.values().stream().anyMatch(member -> member.email().equals(email))) {
            throw new TakenException("data.email", true);
        }
        return add(new Membership(
                Membership.Type.INVITE, ids.uuid(), email, null, "", "", role, "", Availability.OFFLINE, now()));
    }

    /**
     * Gives a member another role and title.
     *
     * @throws LastOwnerException when no owner would be left
     */
    public synchronized Membership change(String userId, Role role, String title) {
        Membership old = get(userId);
        if (role != Role.OWNER) {
            requireAnotherOwner(old);
        }
        Membership changed = old.with(role, title);
        if (!changed.equals(members.put(userId, changed))) {
            voice.changed();
        }
        return changed;
    }

    /**
     * Takes a member out of the website. Conversations stay assigned.
     *
     * @throws LastOwnerException when no owner would be left
     */
    public synchronized void unlink(String userId) {
        requireAnotherOwner(get(userId));
        members.remove(userId);
        active.remove(userId);
        voice.changed();
        tellWhetherSomebodyIsThere();
    }

    /** An operator comes or goes. Told when it is a change, and again when it is one for the whole website. */
    public synchronized void setAvailability(String userId, Availability availability) {
        Membership old = get(userId);
        if (old.availability() == availability) {
            return;
        }
        members.put(userId, old.with(availability, now()));
        voice.say(
                EventName.WEBSITE_UPDATE_OPERATORS_AVAILABILITY,
                Map.of("user_id", userId, "availability", Map.of("type", told(availability))));
        tellWhetherSomebodyIsThere();
    }

    /** Whether anybody is online. */
    public synchronized boolean isAnybodyOnline() {
        return online;
    }

    /** Since when it is so. */
    public synchronized Instant since() {
        return since;
    }

    /** The operator works in the app now; who is no member is not noticed. */
    public synchronized void seen(String userId) {
        active.remove(userId);
        if (members.containsKey(userId)) {
            active.put(userId, now());
            voice.changed();
        }
    }

    /** Who was seen, the latest last. */
    public synchronized List<Active> active() {
        return active.entrySet().stream()
                .map(seen -> new Active(get(seen.getKey()), seen.getValue()))
                .toList();
    }

    /** Nobody was seen. */
    public synchronized void forgetActive() {
        if (!active.isEmpty()) {
            active.clear();
            voice.changed();
        }
    }

    /** Sends an e-mail, that is, keeps it. */
    public synchronized void send(OperatorEmail email) {
        if (email.userId() != null) {
            get(email.userId());
        }
        emails.add(email);
        voice.changed();
    }

    /** What was sent, the first one first. */
    public synchronized List<OperatorEmail> emails() {
        return List.copyOf(emails);
    }

    private Membership add(Membership member) {
        members.put(member.userId(), member);
        voice.changed();
        tellWhetherSomebodyIsThere();
        return member;
    }

    private void requireAnotherOwner(Membership member) {
        if (member.isOwner()
                && members.values().stream().filter(Membership::isOwner).count() == 1) {
            throw new LastOwnerException();
        }
    }

    private void tellWhetherSomebodyIsThere() {
        boolean somebody = members.values().stream().anyMatch(Membership::isOnline);
        if (somebody != online) {
            online = somebody;
            since = now();
            voice.say(EventName.WEBSITE_USERS_AVAILABLE, Map.of("available", somebody));
        }
    }

    /** The event knows two values only, as Crisp's client declares it: who is away is not there. */
    private static String told(Availability availability) {
        return (availability == Availability.ONLINE ? Availability.ONLINE : Availability.OFFLINE).wire();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
