package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.people.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The reads of one website that the feeds need. Each waits until Crisp answers, however long that takes; empty means that
 * what the call names does not exist.
 */
interface Workspace {

    /** A page of the conversations, empty ones included. */
    Optional<Answer<List<Conversation>>> conversations(PageQuery query) throws InterruptedException;

    /** The same for a page as {@link #askForNewestMessages}; in place of any page that was asked for. */
    default boolean askForConversations(PageQuery query) {
        return false;
    }

    /** One conversation. */
    Optional<Answer<Conversation>> conversation(String sessionId) throws InterruptedException;

    /** One message. */
    Optional<Answer<Message>> message(String sessionId, long fingerprint) throws InterruptedException;

    /** The newest messages of a conversation, oldest first. */
    Optional<Answer<List<Message>>> newestMessages(String sessionId) throws InterruptedException;

    /**
     * Asks for the newest messages of a conversation, and does not wait: {@link #newestMessages} waits for that answer then,
     * which tells how things were at any time from now on. Asks for nothing, and returns false, when no call may be sent now.
     */
    default boolean askForNewestMessages(String sessionId) {
        return false;
    }

    /** The messages of a conversation up to a time, oldest first. */
    Optional<Answer<List<Message>>> messagesBefore(String sessionId, Instant time) throws InterruptedException;

    /** A page of the contacts. */
    Optional<Answer<List<Profile>>> profiles(PageQuery query) throws InterruptedException;

    /** The same as {@link #askForConversations}. */
    default boolean askForProfiles(PageQuery query) {
        return false;
    }

    /** A page that was asked for is not needed any more. */
    default void forgetAskedPage() {}

    /** How many contacts there are; empty when Crisp does not tell at once. */
    OptionalLong profileTotal() throws InterruptedException;

    /** One contact. */
    Optional<Answer<Profile>> profile(String peopleId) throws InterruptedException;

    /** The custom data of a contact. */
    Optional<Answer<Map<String, String>>> profileData(String peopleId) throws InterruptedException;

    /** The same for {@link #profileData} as {@link #askForNewestMessages}. */
    default boolean askForProfileData(String peopleId) {
        return false;
    }

    /** What was asked for but pages, and not waited for yet, is not needed any more. */
    default void forgetAsked() {}
}
