package dev.crispconnect.client;

import dev.crispconnect.client.operator.ActiveOperator;
import dev.crispconnect.client.operator.Operator;
import java.util.List;
import java.util.Map;

/**
 * Calls on those who answer for a website (Crisp API reference, section 3.12). Inviting, changing and unlinking need a
 * token of the user tier: with others they are {@link CrispException.Denied}.
 *
 * <p>Every method throws {@link IllegalArgumentException}, naming the parameter, when an id cannot be part of a path.
 */
public final class Operators {

    private static final String INVITE = "/website/{website_id}/operator";
    private static final String ONE = INVITE + "/{user_id}";

    private Operators() {}

    /** All operators, invitations among them; the list is not paged. */
    public static Call<List<Operator>> list(String websiteId) {
        return Call.get(
                ResourcePath.of("/website/{website_id}/operators/list", websiteId),
                data -> JsonList.of(data, OperatorReader::operator));
    }

    /** Those who are here now. */
    public static Call<List<ActiveOperator>> active(String websiteId) {
        return Call.get(
                ResourcePath.of("/website/{website_id}/operators/active", websiteId),
                data -> JsonList.of(data, OperatorReader::active));
    }

    /** One operator. */
    public static Call<Operator> get(String websiteId, String userId) {
        return Call.get(ResourcePath.of(ONE, websiteId, userId), OperatorReader::operator);
    }

    /** Invites somebody. User tier only. */
    public static Call<Void> invite(String websiteId, OperatorInvitation invitation) {
        return Call.post(
                ResourcePath.of(INVITE, websiteId),
                Body.empty()
                        .with("email", invitation.email())
                        .with("role", invitation.role())
                        .with(
                                "verify",
                                Map.of("method", invitation.verifyMethod(), "secret", invitation.verifySecret()))
                        .fields());
    }

    /**
     * Sets an operator's role and title. User tier only.
     *
     * @param role null leaves it as it is
     * @param title null leaves it as it is
     */
    public static Call<Void> changeMembership(String websiteId, String userId, String role, String title) {
        return Call.patch(
                ResourcePath.of(ONE, websiteId, userId),
                Body.empty().withIfSet("role", role).withIfSet("title", title).fields());
    }

    /** Takes an operator off the website. User tier only. */
    public static Call<Void> unlink(String websiteId, String userId) {
        return Call.delete(ResourcePath.of(ONE, websiteId, userId));
    }
}
