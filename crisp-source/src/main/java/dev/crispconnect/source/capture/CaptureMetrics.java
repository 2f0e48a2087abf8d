package dev.crispconnect.source.capture;

import dev.crispconnect.client.metrics.MetricSpec;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What hearing tells of itself. Where nothing is heard, by choice, nothing is shown.
 *
 * <p>Counted by the reading thread and the socket's, read by any.
 */
public final class CaptureMetrics {

    private static final String KIND = "kind";

    private static final MetricSpec CONNECTED = MetricSpec.gauge(
            "realtime-connected",
            "",
            "1 while Crisp tells of events, 0 while it does not. 0 for long: the log tells why, and changes are found by"
                    + " polling.");

    private static final MetricSpec CONNECTIONS = MetricSpec.counter(
            "realtime-connections-total",
            "",
            "Connections on which Crisp accepted the token. Each is a gap that is read.");

    private static final MetricSpec GAPS = MetricSpec.counter(
            "realtime-gaps-total",
            "",
            "Times that events may have been missed: a connection ended, or events were lost.");

    private static final MetricSpec EVENTS = MetricSpec.counter(
            "realtime-events-total",
            "",
            "Events received, by `kind`: message-sent, message-received, message-updated, message-removed, messages-read,"
                    + " conversation-touched, conversation-removed, profile-touched, profile-removed, subscription-updated,"
                    + " other, malformed.",
            KIND);

    private static final MetricSpec LOST = MetricSpec.counter(
            "realtime-events-lost-total",
            "",
            "Events for which realtime.buffer.events had no room; what they told of is read instead. Many: Kafka or Crisp's"
                    + " REST API is slower than events come.");

    private static final MetricSpec LAST_EVENT_AGE = MetricSpec.gauge(
            "realtime-last-event-age",
            "ms",
            "How long ago the last event was received. Long while visitors write: the token does not hear what it should."
                    + " NaN before the first.");

    /** What this shows. */
    public static final List<MetricSpec> ALL = List.of(CONNECTED, CONNECTIONS, GAPS, EVENTS, LOST, LAST_EVENT_AGE);

    private static final Map<Class<? extends EventContent>, String> KINDS = Map.ofEntries(
            Map.entry(EventContent.MessageSent.class, "message-sent"),
            Map.entry(EventContent.MessageReceived.class, "message-received"),
            Map.entry(EventContent.MessageUpdated.class, "message-updated"),
            Map.entry(EventContent.MessageRemoved.class, "message-removed"),
            Map.entry(EventContent.MessagesRead.class, "messages-read"),
            Map.entry(EventContent.ConversationTouched.class, "conversation-touched"),
            Map.entry(EventContent.ConversationRemoved.class, "conversation-removed"),
            Map.entry(EventContent.ProfileTouched.class, "profile-touched"),
            Map.entry(EventContent.ProfileRemoved.class, "profile-removed"),
            Map.entry(EventContent.SubscriptionUpdated.class, "subscription-updated"),
            Map.entry(EventContent.Other.class, "other"),
            Map.entry(EventContent.Malformed.class, "malformed"));

    private final TaskMetrics metrics;
    private final Time time;

    private volatile boolean connected;

    /** By the monotonic clock; null before the first event. */
    private volatile Long lastEventNanos;

    public CaptureMetrics(TaskMetrics metrics, Time time) {
        this.metrics = metrics;
        this.time = time;
    }

    /** Shows all of it from now on. */
    void start() {
        metrics.gauge(CONNECTED, () -> connected ? 1 : 0);
        metrics.gauge(LAST_EVENT_AGE, this::lastEventAgeMillis);
        metrics.add(CONNECTIONS, 0);
        metrics.add(GAPS, 0);
        metrics.add(LOST, 0);
    }

    void connected() {
        connected = true;
        metrics.count(CONNECTIONS);
    }

    void disconnected() {
        connected = false;
        gap();
    }

    void gap() {
        metrics.count(GAPS);
    }

    void received(RealtimeEvent event) {
        lastEventNanos = time.nanoTime();
        metrics.count(EVENTS, kind(event.content().getClass()));
    }

    static String kind(Class<?> content) {
        return KINDS.get(content);
    }

    void lost() {
        metrics.count(LOST);
    }

    private double lastEventAgeMillis() {
        Long last = lastEventNanos;
        return last == null
                ? Double.NaN
                : (double) Duration.ofNanos(time.nanoTime() - last).toMillis();
    }
}
