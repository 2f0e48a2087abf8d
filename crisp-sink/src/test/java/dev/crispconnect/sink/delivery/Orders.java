package dev.crispconnect.sink.delivery;

import dev.crispconnect.sink.command.ArchiveMode;
import dev.crispconnect.sink.command.CommandParser;
import dev.crispconnect.sink.command.CommandSettings;
import dev.crispconnect.sink.command.Coordinates;
import dev.crispconnect.sink.command.Parsed;
import dev.crispconnect.sink.command.Records;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.connect.sink.SinkRecord;

/** Commands ready to be executed. */
final class Orders {

    private static final CommandParser PARSER = new CommandParser(
            Map.of(), new CommandSettings("w", ArchiveMode.RESOLVE_AND_TAG, "", false, OptionalInt.of(100_000)));

    private final Progress progress;
    private long offset;

    Orders() {
        this(new Progress(0, Duration.ZERO));
    }

    Orders(Progress progress) {
        this.progress = progress;
    }

    Order of(String command, Map<String, Object> fields) {
        Map<String, Object> value = new HashMap<>(fields);
        value.put("command", command);
        SinkRecord record = Records.of(null, value, ++offset);
        Coordinates at = Coordinates.of(record);
        progress.begin(offset);
        return new Order((Parsed.Accepted) PARSER.parse(record, at), record, at, progress, progress.nth(), 0);
    }

    Order resolve(String sessionId) {
        return of("resolve", Map.of("session_id", sessionId));
    }

    /** A message whose fingerprint comes from where its record lies. */
    Order write(String sessionId) {
        return of("send", Map.of("session_id", sessionId, "text", "hello"));
    }

    Order send(String sessionId) {
        return of("send", Map.of("session_id", sessionId, "text", "hello", "fingerprint", 99));
    }

    /** An event whose mark comes from where its record lies. */
    Order event(String peopleId) {
        return of("add_event", Map.of("people_id", peopleId, "text", "paid"));
    }

    Order subscribe(String peopleId) {
        return of("subscribe", Map.of("people_id", peopleId, "subscribed", true));
    }

    Order initiate() {
        return of("initiate", Map.of("email", "lena@example.org", "text", "hello"));
    }
}
