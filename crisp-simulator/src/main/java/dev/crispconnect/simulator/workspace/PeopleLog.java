package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.event.EventName;
import dev.crispconnect.simulator.workspace.ConversationQuery.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lives beside the profiles (Crisp API reference, section 3.11): events, campaigns, and whether somebody wants e-mail.
 * Every method that names a person throws {@link AbsentException} when there is none. Thread-safe: guarded by
 * {@link People}.
 */
public final class PeopleLog {

    private final People people;
    private final ServerVoice voice;
    private final Map<String, List<PersonEvent>> events = new HashMap<>();
    private final Map<String, List<Map<String, Object>>> campaigns = new HashMap<>();
    private final Set<String> unsubscribed = new HashSet<>();

    PeopleLog(People people, ServerVoice voice) {
        this.people = people;
        this.voice = voice;
    }

    /**
     * The person did something now. A repetition is a second event.
     *
     * @param data flat; null for none
     * @param color null for none
     */
    public PersonEvent happened(String idOrEmail, String text, Map<String, Object> data, String color) {
        synchronized (people) {
            PersonEvent event = new PersonEvent(text, data, color, people.now());
            append(events, idOrEmail, event);
            people.suggestions().used(PeopleSuggestions.Kind.EVENT, text);
            return event;
        }
    }

    /** One page of the person's events, the newest first. */
    public Page<PersonEvent> events(String idOrEmail, int page, int perPage) {
        synchronized (people) {
            return newestFirst(events, idOrEmail, page, perPage);
        }
    }

    /**
     * A campaign reached the person.
     *
     * @param campaign by the names on the wire, as the caller likes: what Crisp shows of it is not known
     */
    public void campaignReached(String idOrEmail, Map<String, Object> campaign) {
        synchronized (people) {
            append(campaigns, idOrEmail, Json.frozen(campaign));
        }
    }

    /** One page of the campaigns that reached the person, the newest first. */
    public Page<Map<String, Object>> campaigns(String idOrEmail, int page, int perPage) {
        synchronized (people) {
            return newestFirst(campaigns, idOrEmail, page, perPage);
        }
    }

    /** Whether the person may be sent campaigns: yes, until somebody said no. */
    public boolean isSubscribed(String idOrEmail) {
        synchronized (people) {
            return !unsubscribed.contains(people.get(idOrEmail).peopleId());
        }
    }

    /** The person may or may not be sent campaigns from now on. */
    public void subscribe(String idOrEmail, boolean subscribed) {
        synchronized (people) {
            Profile profile = people.get(idOrEmail);
            boolean changes =
                    subscribed ? unsubscribed.remove(profile.peopleId()) : unsubscribed.add(profile.peopleId());
            if (changes) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("email", profile.email());
                fields.put("subscribed", subscribed);
                voice.say(EventName.EMAIL_SUBSCRIBE, fields);
            }
        }
    }

    void forget(String peopleId) {
        events.remove(peopleId);
        campaigns.remove(peopleId);
        unsubscribed.remove(peopleId);
    }

    Stream<PersonEvent> allEvents() {
        return events.values().stream().flatMap(List::stream);
    }

    private <T> void append(Map<String, List<T>> lists, String idOrEmail, T element) {
        String peopleId = people.get(idOrEmail).peopleId();
        lists.computeIfAbsent(peopleId, id -> new ArrayList<>()).add(element);
        voice.changed();
    }

    private <T> Page<T> newestFirst(Map<String, List<T>> lists, String idOrEmail, int page, int perPage) {
        List<T> oldestFirst = lists.getOrDefault(people.get(idOrEmail).peopleId(), List.of());
        int end = (int) Math.max(0, oldestFirst.size() - (page - 1L) * perPage);
        int start = Math.max(0, end - perPage);
        List<T> items = new ArrayList<>(oldestFirst.subList(start, end));
        Collections.reverse(items);
        return new Page<>(items, start > 0);
    }
}
