package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.event.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitorRoutesTest {

    private Site site;
    private String ilse;
    private String mo;

    @BeforeEach
    void twoVisitorsOfWhomOneIsThere() {
        site = Site.open();
        ilse = site.workspace().visitorArrives("Ilse", "ilse@example.org").sessionId();
        mo = site.workspace().visitorArrives("Mo", "mo@example.org").sessionId();
        site.workspace().visitor(ilse).comesOnline();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whoIsOnlineIsCountedAndListed() {
        site.workspace().visitor(ilse).browses("Boxes", "https://shop.example.org/boxes", null);

        JsonNode listed = site.get("/visitors/list/1").data();

        assertThat(site.get("/visitors/count").data().get("count").asInt()).isEqualTo(1);
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("session_id").asText()).isEqualTo(ilse);
        assertThat(listed.get(0).get("nickname").asText()).isEqualTo("Ilse");
        assertThat(listed.get(0).get("last_page").get("page_title").asText()).isEqualTo("Boxes");
        site.workspace().visitor(ilse).goesOffline();
        assertThat(site.get("/visitors/count").data().get("count").asInt()).isZero();
        assertThat(site.get("/visitors/list/1").data()).isEmpty();
    }

    @Test
    void whoseWhereaboutsAreKnownIsOnTheMap() {
        assertThat(site.get("/visitors/map").data()).isEmpty();

        Map<String, Object> berlin =
                Map.of("country", "DE", "coordinates", Map.of("latitude", 52.52, "longitude", 13.4));
        site.workspace().visitor(ilse).geolocation(berlin);
        site.workspace().visitor(mo).geolocation(berlin);
        site.workspace().visitor(mo).comesOnline();

        JsonNode points = site.get("/visitors/map").data();
        assertThat(points).hasSize(1);
        JsonNode coordinates = points.get(0).get("geolocation").get("coordinates");
        assertThat(coordinates.get("latitude").asDouble()).isEqualTo(52.52);
        JsonNode there = points.get(0).get("visitors");
        assertThat(there.get("count").asInt()).isEqualTo(2);
        assertThat(there.get("sessions").findValuesAsText("session_id")).containsExactly(ilse, mo);
    }

    @Test
    void aTokenNamesItsVisitor() {
        String token = site.workspace().onlineVisitors().tokenOf(mo);

        assertThat(site.get("/visitors/token/" + token).data().get("session_id").asText())
                .isEqualTo(mo);
        assertThat(site.get("/visitors/token/none").reason()).isEqualTo("visitor_not_found");
    }

    @Test
    void theCountIsToldWhenAskedFor() {
        List<Event> events = site.events();

        site.workspace().onlineVisitors().tellCount();

        assertThat(events).extracting(Event::name).containsExactly("website:update_visitors_count");
        assertThat(events.get(0).data()).containsEntry("visitors_count", 1);
    }

    @Test
    void twentyVisitorsAreAPage() {
        for (int i = 0; i < 20; i++) {
            String sessionId = site.workspace().conversations().start().sessionId();
            site.workspace().visitor(sessionId).comesOnline();
        }

        assertThat(site.get("/visitors/list/1").status()).isEqualTo(206);
        assertThat(site.get("/visitors/list/2").data()).hasSize(1);
    }
}
