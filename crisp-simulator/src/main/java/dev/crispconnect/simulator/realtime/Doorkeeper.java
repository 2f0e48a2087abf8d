package dev.crispconnect.simulator.realtime;

import dev.crispconnect.simulator.access.Tier;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.access.Tokens;
import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.event.EventName;
import dev.crispconnect.simulator.switches.RealtimeSwitch;
import dev.crispconnect.simulator.switches.RealtimeSwitch.Wish;
import dev.crispconnect.simulator.switches.Switch;
import dev.crispconnect.simulator.switches.Switches;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Who may listen to what (Crisp API reference, sections 5.3 to 5.5). Thread-safe. */
final class Doorkeeper {

    private final Set<String> websites;
    private final Tokens tokens;
    private final Switches switches;
    private volatile boolean refusesAll;

    /** @param websites all there are; may grow */
    Doorkeeper(Set<String> websites, Tokens tokens, Switches switches) {
        this.websites = websites;
        this.tokens = tokens;
        this.switches = switches;
    }

    /** Whether from now on nobody is let in, whatever the credentials. */
    void refuseAll(boolean refuses) {
        refusesAll = refuses;
    }

    /** @throws UnauthorizedException when the client is not let in */
    Subscription admit(Object argument) {
        Payload payload = Payload.of(argument);
        Token token = token(payload.text("tier"), payload.text("username"), payload.text("password"));
        Set<String> events = payload.texts("events");
        if (events.isEmpty()) {
            throw new UnauthorizedException("data.events should not be empty");
        }
        Set<String> rooms = payload.texts("rooms");
        Set<String> inboxes = payload.texts("inboxes");
        if (refusesAll) {
            throw new UnauthorizedException("not authorized");
        }
        return new Subscription(token, allowed(token, events), rooms, reached(token, rooms), inboxes);
    }

    /** The rooms anew, by what the token reaches now. */
    Subscription reassociated(Subscription subscription) {
        return subscription.withRooms(reached(subscription.token(), subscription.wantedRooms()));
    }

    /**
     * Those of the events that the token may ask for.
     *
     * @throws UnauthorizedException when it may not ask for one of them, and is to be told
     */
    Set<String> allowed(Token token, Set<String> events) {
        Predicate<String> forTier = name -> EventName.ofWire(name)
                .filter(event -> event.isFor(token.tier()))
                .isPresent();
        return granted(events, forTier, RealtimeSwitch.FORBIDDEN_EVENT, "event not allowed: ");
    }

    /**
     * Whether the event is for this subscriber. One whose name is in no catalogue is for everybody in the room, so that
     * clients can be tried on what Crisp may add.
     */
    boolean mayHear(Subscription subscription, Event event) {
        Optional<EventName> name = EventName.ofWire(event.name());
        boolean wanted = name.isEmpty()
                || (subscription.events().contains(event.name()) && isGranted(subscription.token(), name.get()));
        return wanted && subscription.covers(event) && tokens.reaches(subscription.token(), event.websiteId());
    }

    /** Whether the subscriber's token is good still. */
    boolean isGood(Subscription subscription) {
        return tokens.isGood(subscription.token());
    }

    private static boolean isGranted(Token token, EventName event) {
        boolean inScope = event.scope()
                .map(scope -> scope.toWrite() ? token.mayWrite(scope.namespace()) : token.mayRead(scope.namespace()))
                .orElse(true);
        return inScope && event.isFor(token.tier());
    }

    private Token token(String tierName, String username, String password) {
        Tier tier = Tier.ofWire(tierName).orElseThrow(() -> new UnauthorizedException("invalid tier"));
        Token token = tokens.find(new Token(username, password, tier).authorization());
        if (token == null || token.tier() != tier) {
            throw new UnauthorizedException("invalid credentials");
        }
        return token;
    }

    private Set<String> reached(Token token, Set<String> rooms) {
        Predicate<String> reachable = room -> websites.contains(room) && tokens.reaches(token, room);
        return rooms.isEmpty()
                ? chosen(websites, reachable)
                : granted(rooms, reachable, RealtimeSwitch.FOREIGN_ROOM, "room not allowed: ");
    }

    private Set<String> granted(Set<String> wishes, Predicate<String> granted, Switch<Wish> rule, String complaint) {
        Set<String> chosen = chosen(wishes, granted);
        if (chosen.size() < wishes.size() && switches.get(rule) == Wish.REFUSE) {
            String first = wishes.stream().filter(granted.negate()).findFirst().orElseThrow();
            throw new UnauthorizedException(complaint + first);
        }
        return chosen;
    }

    private static Set<String> chosen(Set<String> wishes, Predicate<String> granted) {
        Set<String> chosen = new LinkedHashSet<>(wishes);
        chosen.removeIf(granted.negate());
        return chosen;
    }
}
