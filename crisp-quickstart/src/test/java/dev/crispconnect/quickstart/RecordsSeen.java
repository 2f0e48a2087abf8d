package dev.crispconnect.quickstart;

/** Waits until a topic has so many more committed records than now. */
final class RecordsSeen implements Watch {
    private final TopicReader topics;
    private final String topic;
    private final int wanted;

    RecordsSeen(TopicReader topics, String topic, int more) {
        this.topics = topics;
        this.topic = topic;
        topics.read();
        this.wanted = topics.of(topic).size() + more;
    }

    @Override
    public boolean reached() {
        topics.read();
        return topics.of(topic).size() >= wanted;
    }

    @Override
    public void close() {
        // nothing is held up
    }
}
