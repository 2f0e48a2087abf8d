package dev.crispconnect.simulator.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Which tokens are good, and for which websites (Crisp API reference, section 1.3). Thread-safe: tokens may be revoked and
 * plugins removed while requests are being answered.
 */
public final class Tokens {

    private final Map<String, Token> byAuthorization = new ConcurrentHashMap<>();
    private final Map<Token, Set<String>> reach = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** The token is good from now on. */
    public void issue(Token token) {
        reach.putIfAbsent(token, ConcurrentHashMap.newKeySet());
        byAuthorization.put(token.authorization(), token);
    }

    /** The token is no good from now on: 401. */
    public void revoke(Token token) {
        byAuthorization.remove(token.authorization());
        watchers.forEach(Runnable::run);
    }

    /** Calls the watcher whenever a token ceases to be good, on the thread that does it. */
    public void whenRevoked(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Whether the token is good still. */
    public boolean isGood(Token token) {
        return byAuthorization.containsKey(token.authorization());
    }

    /** The token reaches the website from now on: its own one, or one that installed the plugin. */
    public void allow(Token token, String websiteId) {
        issue(token);
        reach.get(token).add(websiteId);
    }

    /** The token no longer reaches the website: for a plugin's, the plugin was removed (404 {@code not_subscribed}). */
    public void forbid(Token token, String websiteId) {
        reach.getOrDefault(token, Set.of()).remove(websiteId);
    }

    /** The good token in that header; null when there is none. */
    public Token find(String authorization) {
        return authorization == null ? null : byAuthorization.get(authorization);
    }

    /** Whether the token reaches the website. */
    public boolean reaches(Token token, String websiteId) {
        return reach.getOrDefault(token, Set.of()).contains(websiteId);
    }
}
