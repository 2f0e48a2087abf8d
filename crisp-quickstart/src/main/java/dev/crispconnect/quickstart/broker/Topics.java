package dev.crispconnect.quickstart.broker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** The topics of the demonstration. */
public final class Topics {
    public static final String CONVERSATIONS = "crisp.conversations";
    public static final String MESSAGES = "crisp.messages";
    public static final String PEOPLE = "crisp.people";
    public static final String COMMANDS = "crisp.commands";
    public static final String RESULTS = "crisp.results";
    public static final String DEAD_LETTERS = "crisp.dead-letters";

    public static final List<String> ALL =
            List.of(CONVERSATIONS, MESSAGES, PEOPLE, COMMANDS, RESULTS, DEAD_LETTERS);

    private Topics() {}

    /** Creates those that do not exist yet, of one partition each. */
    public static void create(String bootstrap) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            var existing = admin.listTopics().names().get();
            var missing = ALL.stream()
                    .filter(name -> !existing.contains(name))
                    .map(name -> new NewTopic(name, 1, (short) 1))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new KafkaException("The topics cannot be created", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
