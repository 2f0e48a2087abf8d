package dev.crispconnect.client.realtime;

import dev.crispconnect.client.ClientSettings;
import dev.crispconnect.client.Credentials;
import dev.crispconnect.client.time.Time;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;

/**
 * One connection as Socket.IO and Crisp see it: greeted, connected to the root namespace, authenticated (Crisp API reference,
 * sections 5.2 to 5.4). What the socket brings is handled on the thread that reads it.
 */
final class SocketConnection extends WebSocketListener implements RealtimeConnection {

    private static final Duration BETWEEN_BINDS = Duration.ofMillis(2500);

    private final Credentials credentials;
    private final String authentication;
    private final RealtimeListener listener;
    private final FrameMeter meter;
    private final int longestFrame;
    private final Time time;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Null until attached; set once. Any thread. */
    private volatile WebSocket socket;

    /** Set before the socket is opened. */
    private volatile Runnable afterwards = () -> {};

    /** Written by the reading thread, judged by any. */
    private volatile Vigil vigil;

    /** Written by the reading thread, read by any. */
    private volatile boolean authenticated;

    /** How long the server may be silent; the reading thread's alone. */
    private Duration patience = Vigil.patience(new Packet.Open(null, null));

    /** Whether the token was sent; the reading thread's alone. */
    private boolean authenticating;

    /** By the monotonic clock; null before the first bind. Guarded by this. */
    private Long boundNanos;

    SocketConnection(
            ClientSettings settings,
            Subscription subscription,
            RealtimeListener listener,
            FrameMeter meter,
            Time time) {
        this.credentials = settings.credentials();
        this.authentication = PacketCodec.event("authentication", payload(credentials, subscription));
        this.listener = listener;
        this.meter = meter;
        this.longestFrame = settings.maxResponseBytes();
        this.time = time;
        this.vigil = new Vigil(
                Ending.Silence.AUTHENTICATION,
                time.nanoTime(),
                settings.timeouts().call());
    }

    /** What to do once it has ended. */
    void whenEnded(Runnable task) {
        afterwards = task;
    }

    /** The socket, which may have opened or failed already. */
    void attach(WebSocket opened) {
        socket = opened;
        if (ended.get()) {
            opened.cancel();
        }
    }

    @Override
    public void check() {
        Vigil now = vigil;
        if (now.isOver(time.nanoTime())) {
            end(new Ending.Silent(now.silence()));
        }
    }

    @Override
    public synchronized boolean bind() {
        long now = time.nanoTime();
        boolean tooSoon = boundNanos != null && now - boundNanos < BETWEEN_BINDS.toNanos();
        if (!authenticated || tooSoon || ended.get()) {
            return false;
        }
        boundNanos = now;
        return socket.send(PacketCodec.event("socket:bind", Map.of()));
    }

    @Override
    public void close() {
        end(new Ending.ClosedByUs());
    }

    @Override
    public void onOpen(WebSocket opened, Response response) {
        attach(opened);
    }

    @Override
    public void onMessage(WebSocket from, String text) {
        meter.frame();
        if (ended.get()) {
            return;
        }
        if (text.length() > longestFrame) {
            end(new Ending.Unintelligible("a frame longer than allowed"));
            return;
        }
        heard(PacketCodec.read(text));
    }

    @Override
    public void onMessage(WebSocket from, ByteString bytes) {
        end(new Ending.Unintelligible("a binary frame"));
    }

    @Override
    public void onClosing(WebSocket closing, int code, String reason) {
        end(new Ending.ClosedByServer(code));
    }

    @Override
    public void onFailure(WebSocket failed, Throwable cause, Response response) {
        end(
                FrameMeter.stopped(cause)
                        ? new Ending.Unintelligible("a frame longer than allowed")
                        : new Ending.Lost(response == null ? 0 : response.code(), cause));
    }

    private void heard(Packet packet) {
        if (packet instanceof Packet.Open hello) {
            patience = Vigil.patience(hello);
            socket.send(PacketCodec.CONNECT);
        } else if (packet instanceof Packet.Ping ping) {
            awaitHeartbeat();
            socket.send(PacketCodec.pong(ping));
        } else if (packet instanceof Packet.Connected) {
            authenticate();
        } else if (packet instanceof Packet.Event event) {
            happened(event);
        } else if (packet instanceof Packet.ConnectRefused refusal) {
            end(refused(refusal.message()));
        } else if (packet instanceof Packet.Goodbye) {
            end(new Ending.ClosedByServer(0));
        } else if (packet instanceof Packet.Unintelligible garbage) {
            end(new Ending.Unintelligible(garbage.what()));
        }
    }

    private void authenticate() {
        if (!authenticating) {
            authenticating = true;
            socket.send(authentication);
        }
    }

    private void happened(Packet.Event event) {
        switch (event.name()) {
            case "authenticated" -> authenticated(event.argument());
            case "unauthorized" -> end(refused(EventReader.message(event.argument())));
            default -> listener.event(EventReader.read(event.name(), event.argument()));
        }
    }

    private void authenticated(String argument) {
        if ("false".equals(argument)) {
            end(refused(null));
        } else if (!authenticated) {
            authenticated = true;
            awaitHeartbeat();
            listener.authenticated();
        }
    }

    /** Pings alone count, as with the official client: events prove nothing about a server that stopped minding us. */
    private void awaitHeartbeat() {
        if (authenticated) {
            vigil = new Vigil(Ending.Silence.HEARTBEAT, time.nanoTime(), patience);
        }
    }

    private Ending refused(String message) {
        return Ending.Refused.saying(message, credentials.identifier(), credentials.key());
    }

    private void end(Ending ending) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        WebSocket current = socket;
        if (current != null) {
            // not closed but cut: nobody waits for the other side, which may be gone
            current.cancel();
        }
        afterwards.run();
        listener.ended(ending);
    }

    private static Map<String, Object> payload(Credentials credentials, Subscription subscription) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("tier", credentials.tier().wire());
        payload.put("username", credentials.identifier());
        payload.put("password", credentials.key());
        payload.put("events", subscription.events());
        if (!subscription.rooms().isEmpty()) {
            payload.put("rooms", subscription.rooms());
        }
        if (!subscription.inboxes().isEmpty()) {
            payload.put("inboxes", subscription.inboxes());
        }
        return payload;
    }
}
