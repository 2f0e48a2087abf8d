package dev.crispconnect.quickstart.console;

import dev.crispconnect.quickstart.broker.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Reads what is typed, or piped in, and puts commands on their topic. To be run by one thread of its own, which may stay in
 * {@link #read} for ever.
 */
public final class Keyboard implements AutoCloseable {
    private final KafkaProducer<String, String> producer;
    private final TypedReader reader;
    private final Conversations conversations;
    private final Answers answers;
    private final Screen screen;

    Keyboard(String bootstrap, Conversations conversations, Answers answers, Screen screen) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer());
        this.reader = new TypedReader(conversations);
        this.conversations = conversations;
        this.answers = answers;
        this.screen = screen;
    }

    /** How the input came to its end. */
    public enum End {
        /** By {@code quit}. */
        QUIT,
        /** There was no more of it. */
        EXHAUSTED,
        /** There was none in the first place, as with a program that is started in the background. */
        NEVER_ANY
    }

    /** Reads until the input ends. */
    public End read(BufferedReader input) {
        var end = End.NEVER_ANY;
        try {
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                end = End.EXHAUSTED;
                if (obey(reader.read(line))) {
                    return End.QUIT;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Standard input cannot be read", e);
        }
        return end;
    }

    @Override
    public void close() {
        producer.close();
    }

    /** Whether it was the last thing to obey. */
    private boolean obey(Typed typed) {
        if (typed instanceof Typed.Command command) {
            send(command);
        } else if (typed instanceof Typed.Mistake mistake) {
            screen.say(mistake.hint());
        } else if (typed instanceof Typed.ListAll) {
            conversations.all().forEach(this::list);
        } else if (typed instanceof Typed.Help) {
            screen.say(TypedReader.HELP);
        }
        return typed instanceof Typed.Quit;
    }

    private void send(Typed.Command command) {
        try {
            var record = new ProducerRecord<>(
                    Topics.COMMANDS, command.key(), command.value().toString());
            answers.await(producer.send(record).get().offset());
        } catch (ExecutionException e) {
            throw new KafkaException("The command could not be written", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void list(Conversations.Conversation conversation) {
        screen.say("%-22s  %-10s  %s"
                .formatted(
                        Excerpt.of(conversation.label(), 22),
                        conversation.state(),
                        Excerpt.of(conversation.lastMessage(), 60)));
    }
}
