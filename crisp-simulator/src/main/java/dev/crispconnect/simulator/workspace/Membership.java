package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * An operator of a website, or somebody who is to become one (Crisp API reference, section 4.7).
 *
 * @param avatar address of a picture; null for none
 * @param firstName empty for an invitation
 * @param lastName empty for an invitation
 * @param title empty for none
 * @param since since when the availability is what it is
 */
public record Membership(
        Type type,
        String userId,
        String email,
        String avatar,
        String firstName,
        String lastName,
        Role role,
        String title,
        Availability availability,
        Instant since) {

    /** What kind of member. */
    public enum Type {
        /** Answers. */
        OPERATOR,
        /** Was invited and has not come yet. */
        INVITE,
        /** Somebody made up, to try things with. */
        SANDBOX;

        /** The value on the wire. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a member may do. */
    public enum Role {
        OWNER,
        ADMIN,
        MEMBER;

        /** The value on the wire. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The role of that name on the wire, if there is one. */
        public static Optional<Role> ofWire(String name) {
            return Arrays.stream(values())
                    .filter(role -> role.wire().equals(name))
                    .findFirst();
        }
    }

    public Membership {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(availability, "availability");
    }

    /** How visitors see the operator. */
    public String nickname() {
        return (firstName + " " + lastName).strip();
    }

    boolean isOwner() {
        return type == Type.OPERATOR && role == Role.OWNER;
    }

    boolean answers() {
        return type == Type.OPERATOR;
    }

    boolean isOnline() {
        return answers() && availability == Availability.ONLINE;
    }

    Membership with(Role newRole, String newTitle) {
        return new Membership(type, userId, email, avatar, firstName, lastName, newRole, newTitle, availability, since);
    }

    Membership with(Availability newAvailability, Instant now) {
        return new Membership(type, userId, email, avatar, firstName, lastName, role, title, newAvailability, now);
    }
}
