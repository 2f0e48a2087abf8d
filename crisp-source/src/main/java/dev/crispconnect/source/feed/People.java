package dev.crispconnect.source.feed;

import dev.crispconnect.client.ListOrder;
import dev.crispconnect.client.people.Profile;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Identity;
import dev.crispconnect.source.record.Draft;
import dev.crispconnect.source.record.RecordMapper;
import java.util.List;

/** Contacts. */
final class People implements Listing<Profile> {

    private final Workspace workspace;
    private final RecordMapper mapper;

    People(Workspace workspace, RecordMapper mapper) {
        this.workspace = workspace;
        this.mapper = mapper;
    }

    @Override
    public ListPage<Profile> page(PageChoice choice, ListOrder order) throws InterruptedException {
        return ListPages.of(
                workspace.profiles(choice, order),
                profile -> Item.of(profile.peopleId(), profile.createdAt(), profile.updatedAt(), profile));
    }

    @Override
    public Finding find(Item<Profile> item, Look look) {
        Draft draft = mapper.profile(item.value(), look.provenance());
        long version = Identity.of("profile", item.id(), Long.toString(draft.contentHash()));
        if (look.emitted().contains(version)) {
            return new Finding(List.of(), List.of());
        }
        return new Finding(List.of(draft), List.of(new Identities.Entry(item.updatedAt(), version)));
    }
}
