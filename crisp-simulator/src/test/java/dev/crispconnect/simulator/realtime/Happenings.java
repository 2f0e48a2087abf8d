package dev.crispconnect.simulator.realtime;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.event.Event;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes things happen in a site's default website, each with a number to know it by. */
record Happenings(Site site) {

    /** In the main inbox. */
    void happens(String name, int number) {
        happensIn(null, name, number);
    }

    void happensIn(String inboxId, String name, int number) {
        publish(site.workspace().website().websiteId(), inboxId, name, number);
    }

    void happensOn(String websiteId, String name, int number) {
        publish(websiteId, null, name, number);
    }

    private void publish(String websiteId, String inboxId, String name, int number) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("website_id", websiteId);
        data.put("session_id", "session_1");
        data.put("inbox_id", inboxId);
        data.put("number", number);
        Event event = new Event(name, websiteId, data, site.clock().now());
        site.simulator().workspace(websiteId).events().publish(event);
    }
}
