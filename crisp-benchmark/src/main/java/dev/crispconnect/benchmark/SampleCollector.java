package dev.crispconnect.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps the first records of a backfill, as many of each kind as one conversation has. Safe for two threads. */
final class SampleCollector implements Consumer<ConsumerRecord<String, String>> {

    private final int conversations;
    private final int messages;
    private final List<String> ofConversations = new ArrayList<>();
    private final List<String> ofMessages = new ArrayList<>();

    SampleCollector(int conversations, int messages) {
        this.conversations = conversations;
        this.messages = messages;
    }

    @Override
    public synchronized void accept(ConsumerRecord<String, String> record) {
        boolean message = record.topic().endsWith(".messages");
        List<String> kept = message ? ofMessages : ofConversations;
        if (kept.size() < (message ? messages : conversations)) {
            kept.add(SampleRecord.line(record));
        }
    }

    /** One conversation, each record as {@link SampleRecord} has it. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>(ofConversations);
        lines.addAll(ofMessages);
        return lines;
    }
}
