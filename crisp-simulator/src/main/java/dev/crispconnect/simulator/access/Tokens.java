package dev.crispconnect.simulator.access;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which tokens are good, and for which websites (Crisp API reference, section 1.3). A token is known by its identifier: the
 * key and the scopes may change. Thread-safe: tokens may be rolled and revoked and plugins removed while requests are being
 * answered.
 */
public final class Tokens {

    private final Map<String, Token> byAuthorization = new ConcurrentHashMap<>();
    private final Map<String, Token> byIdentifier = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> reach = new ConcurrentHashMap<>();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** The token is good from now on, with its key and its scopes; what it was before is forgotten, but for its reach. */
    public void issue(Token token) {
        reach.putIfAbsent(token.identifier(), ConcurrentHashMap.newKeySet());
        Token old = byIdentifier.put(token.identifier(), token);
        if (old != null && !old.key().equals(token.key())) {
            byAuthorization.remove(old.authorization());
        }
        byAuthorization.put(token.authorization(), token);
        changed();
    }

    /** The token is no good from now on: 401. */
    public void revoke(Token token) {
        Token old = byIdentifier.remove(token.identifier());
        if (old != null) {
            byAuthorization.remove(old.authorization());
        }
        changed();
    }

    /** No token is good from now on, and none reaches anything. */
    public void clear() {
        byAuthorization.clear();
        byIdentifier.clear();
        reach.clear();
        secrets.clear();
        changed();
    }

    /**
     * The token gets another key: with the old one it is no good from now on.
     *
     * @return the token with the new key
     */
    public Token roll(Token token) {
        Token rolled = byIdentifier.getOrDefault(token.identifier(), token).rolled();
        issue(rolled);
        return rolled;
    }

    /** The token reaches the website from now on: its own one, or one that installed the plugin. A new token is issued. */
    public void allow(Token token, String websiteId) {
        if (!reach.containsKey(token.identifier())) {
            issue(token);
        }
        reach.get(token.identifier()).add(websiteId);
        changed();
    }

    /** The token no longer reaches the website: for a plugin's, the plugin was removed (404 {@code not_subscribed}). */
    public void forbid(Token token, String websiteId) {
        reach.getOrDefault(token.identifier(), Set.of()).remove(websiteId);
        changed();
    }

    /** The good token in that header; null when there is none. */
    public Token find(String authorization) {
        return authorization == null ? null : byAuthorization.get(authorization);
    }

    /** Every good token, by its identifier. */
    public List<Token> all() {
        return byIdentifier.values().stream()
                .sorted(Comparator.comparing(Token::identifier))
                .toList();
    }

    /** Whether the token is good still: neither revoked nor rolled. */
    public boolean isGood(Token token) {
        Token current = byIdentifier.get(token.identifier());
        return current != null && current.key().equals(token.key());
    }

    /** Whether the token reaches the website. */
    public boolean reaches(Token token, String websiteId) {
        return reach.getOrDefault(token.identifier(), Set.of()).contains(websiteId);
    }

    /** The user behind the token has this password from now on, and is asked for it before something grave. */
    public void protect(Token token, String secret) {
        secrets.put(token.identifier(), secret);
    }

    /** Whether that is the password of the user behind the token. */
    public boolean isSecretOf(Token token, String secret) {
        return secret.equals(secrets.get(token.identifier()));
    }

    /** How often anything changed here: whoever remembers an answer looks whether it still holds. */
    public long changes() {
        return changes.get();
    }

    /** Calls the watcher after every change, on the thread that makes it. */
    public void whenChanged(Runnable watcher) {
        watchers.add(watcher);
    }

    private void changed() {
        changes.incrementAndGet();
        watchers.forEach(Runnable::run);
    }
}
