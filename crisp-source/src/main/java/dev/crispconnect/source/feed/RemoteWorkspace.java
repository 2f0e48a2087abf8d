package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Call;
import dev.crispconnect.client.ConversationFilter;
import dev.crispconnect.client.ConversationQuery;
import dev.crispconnect.client.Conversations;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.Messages;
import dev.crispconnect.client.Operators;
import dev.crispconnect.client.People;
import dev.crispconnect.client.ProfileQuery;
import dev.crispconnect.client.Websites;
import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.operator.Operator;
import dev.crispconnect.client.people.Profile;
import dev.crispconnect.client.website.WebsiteSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A website behind Crisp's API. Throws {@link CrispException} only where repeating does not help. */
final class RemoteWorkspace implements Workspace, Directory {

    /** Not the end of a list but a wrong id, which must not pass for an empty workspace. */
    private static final String NO_SUCH_WEBSITE = "website_not_found";

    private final String websiteId;
    private final Purse purse;
    private final PatientClient client;
    private final EarlyCalls<PageQuery, List<Conversation>> conversations;
    private final EarlyCalls<PageQuery, List<Profile>> profiles;
    private final EarlyCalls<String, List<Message>> messages;
    private final EarlyCalls<String, Map<String, String>> data;

    /** @param purse of the unit that reads */
    RemoteWorkspace(Purse purse, PatientClient client) {
        this.websiteId = purse.unit().websiteId();
        this.purse = purse;
        this.client = client;
        this.conversations = new EarlyCalls<>(purse, client);
        this.profiles = new EarlyCalls<>(purse, client);
        this.messages = new EarlyCalls<>(purse, client);
        this.data = new EarlyCalls<>(purse, client);
    }

    @Override
    public Optional<Answer<List<Conversation>>> conversations(PageQuery query) throws InterruptedException {
        return found(() -> conversations.answer(query, conversationsCall(query)));
    }

    @Override
    public boolean askForConversations(PageQuery query) {
        conversations.forget();
        return conversations.ask(query, conversationsCall(query));
    }

    private Call<List<Conversation>> conversationsCall(PageQuery query) {
        PageChoice choice = query.choice();
        return Conversations.list(
                websiteId,
                ConversationQuery.page(choice.page(), choice.perPage(), query.order())
                        .filtered(ConversationFilter.updatedBetween(query.fromTime(), query.untilTime())));
    }

    @Override
    public Optional<Answer<Conversation>> conversation(String sessionId) throws InterruptedException {
        return read(Conversations.get(websiteId, sessionId));
    }

    @Override
    public Optional<Answer<Message>> message(String sessionId, long fingerprint) throws InterruptedException {
        return read(Messages.get(websiteId, sessionId, fingerprint));
    }

    @Override
    public Optional<Answer<List<Message>>> newestMessages(String sessionId) throws InterruptedException {
        return found(() -> messages.answer(sessionId, Messages.newest(websiteId, sessionId)));
    }

    @Override
    public boolean askForNewestMessages(String sessionId) {
        return messages.ask(sessionId, Messages.newest(websiteId, sessionId));
    }

    @Override
    public Optional<Answer<List<Message>>> messagesBefore(String sessionId, Instant time) throws InterruptedException {
        return read(Messages.before(websiteId, sessionId, time));
    }

    @Override
    public Optional<Answer<List<Profile>>> profiles(PageQuery query) throws InterruptedException {
        return found(() -> profiles.answer(query, profilesCall(query)));
    }

    @Override
    public boolean askForProfiles(PageQuery query) {
        profiles.forget();
        return profiles.ask(query, profilesCall(query));
    }

    private Call<List<Profile>> profilesCall(PageQuery query) {
        PageChoice choice = query.choice();
        return People.list(
                websiteId,
                ProfileQuery.page(choice.page(), choice.perPage(), query.order())
                        .createdBetween(query.fromTime(), query.untilTime()));
    }

    @Override
    public void forgetAskedPage() {
        conversations.forget();
        profiles.forget();
    }

    @Override
    public OptionalLong profileTotal() throws InterruptedException {
        return client.tryOnce(purse, People.total(websiteId))
                .map(Answer::data)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public Optional<Answer<Profile>> profile(String peopleId) throws InterruptedException {
        return read(People.get(websiteId, peopleId));
    }

    @Override
    public Optional<Answer<Map<String, String>>> profileData(String peopleId) throws InterruptedException {
        return found(() -> data.answer(peopleId, People.data(websiteId, peopleId)));
    }

    @Override
    public boolean askForProfileData(String peopleId) {
        return data.ask(peopleId, People.data(websiteId, peopleId));
    }

    @Override
    public void forgetAsked() {
        messages.forget();
        data.forget();
    }

    @Override
    public Optional<Answer<List<Operator>>> operators() throws InterruptedException {
        return read(Operators.list(websiteId));
    }

    @Override
    public Optional<Answer<WebsiteSettings>> settings() throws InterruptedException {
        return read(Websites.settings(websiteId));
    }

    private <T> Optional<Answer<T>> read(Call<T> call) throws InterruptedException {
        return found(() -> client.execute(purse, call));
    }

    /** Waits for an answer. */
    private interface Reading<T> {
        Answer<T> answer() throws InterruptedException;
    }

    private static <T> Optional<Answer<T>> found(Reading<T> reading) throws InterruptedException {
        try {
            return Optional.of(reading.answer());
        } catch (CrispException.Missing missing) {
            if (missing.reason().equals(NO_SUCH_WEBSITE)) {
                throw missing;
            }
            return Optional.empty();
        }
    }
}
