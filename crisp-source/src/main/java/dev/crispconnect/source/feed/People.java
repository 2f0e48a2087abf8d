package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.people.Profile;
import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Identity;
import dev.crispconnect.source.position.WalkOrder;
import dev.crispconnect.source.record.Draft;
import dev.crispconnect.source.record.Provenance;
import dev.crispconnect.source.record.RecordMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/** Contacts, with their custom data where that is asked for: Crisp keeps it apart, so it costs a call each. */
final class People implements Listing<Profile> {

    private final Workspace workspace;
    private final RecordMapper mapper;
    private final boolean withData;

    People(Workspace workspace, RecordMapper mapper, boolean withData) {
        this.workspace = workspace;
        this.mapper = mapper;
        this.withData = withData;
    }

    @Override
    public ListPage<Profile> page(PageQuery query) throws InterruptedException {
        return ListPages.of(workspace.profiles(query), People::item);
    }

    @Override
    public WalkOrder filteredBy() {
        return WalkOrder.CREATED;
    }

    @Override
    public WalkOrder orderOfPast(boolean withMessages) {
        return WalkOrder.CREATED;
    }

    @Override
    public void askForPast(PageQuery query) {
        boolean unused = workspace.askForProfiles(query);
    }

    @Override
    public void forgetAskedPast() {
        workspace.forgetAskedPage();
    }

    @Override
    public OptionalLong total() throws InterruptedException {
        return workspace.profileTotal();
    }

    @Override
    public Optional<Item<Profile>> element(String id) throws InterruptedException {
        return workspace.profile(id).map(answer -> item(answer.data()));
    }

    /** An update moves a contact to the front of the list, so no contact is read by itself. */
    @Override
    public Heard hear(RealtimeEvent event, LongPredicate emitted) {
        if (event.content() instanceof EventContent.ProfileRemoved removed) {
            Provenance provenance = new Provenance(Provenance.Via.REALTIME, Provenance.Op.DELETE);
            return Heard.gone(removed.peopleId(), List.of(mapper.profileGone(removed.peopleId(), provenance)));
        }
        if (event.content() instanceof EventContent.ProfileTouched touched) {
            return Heard.changed(touched.peopleId(), Heard.Follow.LIST);
        }
        return Heard.NOTHING;
    }

    private static Item<Profile> item(Profile profile) {
        return Item.of(profile.peopleId(), profile.createdAt(), profile.updatedAt(), profile);
    }

    @Override
    public boolean ask(Item<Profile> item, Look look) {
        return withData && workspace.askForProfileData(item.id());
    }

    @Override
    public void forgetAsked() {
        workspace.forgetAsked();
    }

    @Override
    public Finding find(Item<Profile> item, Look look) throws InterruptedException {
        Draft draft = mapper.profile(item.value(), null, look.provenance());
        return withData ? findWithData(item, draft.contentHash(), look) : emit(item, draft, "profile", List.of(), look);
    }

    /** What was read for this very profile is not read again, unless it came from a cache and may have been too old. */
    private Finding findWithData(Item<Profile> item, long profileHash, Look look) throws InterruptedException {
        long read = Identity.of("profile read", item.id(), Long.toString(profileHash));
        if (!look.repeats() && look.emitted().contains(read)) {
            return new Finding(List.of(), List.of());
        }
        Optional<Answer<Map<String, String>>> data = workspace.profileData(item.id());
        boolean fresh = data.isEmpty() || !data.get().cached();
        Draft draft = mapper.profile(item.value(), data.map(Answer::data).orElse(null), look.provenance());
        return emit(
                item,
                draft,
                "profile with data",
                fresh ? List.of(new Identities.Entry(item.updatedAt(), read)) : List.of(),
                look);
    }

    private static Finding emit(
            Item<Profile> item, Draft draft, String kind, List<Identities.Entry> alsoDone, Look look) {
        if (!look.remembers(item.updatedAt())) {
            return new Finding(List.of(draft), alsoDone);
        }
        long version = Identity.of(kind, item.id(), Long.toString(draft.contentHash()));
        if (!look.repeats() && look.emitted().contains(version)) {
            return new Finding(List.of(), alsoDone);
        }
        List<Identities.Entry> identities = new ArrayList<>(alsoDone);
        identities.add(new Identities.Entry(item.updatedAt(), version));
        return new Finding(List.of(draft), identities);
    }
}
