package dev.crispconnect.client;

import dev.crispconnect.client.website.RealtimeEndpoints;

/** Calls on the user whose token is used (Crisp API reference, section 5.1). */
public final class Users {

    private Users() {}

    /** Where the events of the user's websites are to be had. */
    public static Call<RealtimeEndpoints> endpoints() {
        return Call.get(ResourcePath.of("/user/connect/endpoints"), WebsiteReader::endpoints);
    }
}
