package dev.crispconnect.source.capture;

import dev.crispconnect.client.realtime.Ending;
import dev.crispconnect.client.realtime.Realtime;
import dev.crispconnect.client.realtime.RealtimeConnection;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.realtime.RealtimeListener;
import dev.crispconnect.client.realtime.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Connections that do what the test says. Safe for use by many threads. */
public final class FakeRealtime implements Realtime {

    private final List<FakeConnection> connections = new CopyOnWriteArrayList<>();

    /** Every connection so far, in order. */
    public List<FakeConnection> connections() {
        return connections;
    }

    /** The newest connection. */
    public FakeConnection last() {
        return connections.get(connections.size() - 1);
    }

    @Override
    public RealtimeConnection connect(String endpoint, Subscription subscription, RealtimeListener listener) {
        if (!endpoint.startsWith("ws")) {
            throw new IllegalArgumentException("the realtime endpoint must start with ws");
        }
        FakeConnection connection = new FakeConnection(endpoint, subscription, listener);
        connections.add(connection);
        return connection;
    }

    @Override
    public void close() {
        connections.forEach(FakeConnection::close);
    }

    /** One connection, seen from the other side. */
    public static final class FakeConnection implements RealtimeConnection {

        private final String endpoint;
        private final Subscription subscription;
        private final RealtimeListener listener;
        private volatile Ending.Silence silence;
        private volatile boolean ended;
        private volatile boolean bindable = true;
        private volatile int checks;
        private volatile int binds;

        private FakeConnection(String endpoint, Subscription subscription, RealtimeListener listener) {
            this.endpoint = endpoint;
            this.subscription = subscription;
            this.listener = listener;
        }

        public String endpoint() {
            return endpoint;
        }

        public Subscription subscription() {
            return subscription;
        }

        /** How often it was asked whether it is alive. */
        public int checks() {
            return checks;
        }

        /** How many binds there were. */
        public int binds() {
            return binds;
        }

        public boolean isEnded() {
            return ended;
        }

        /** Crisp accepts the token. */
        public void accept() {
            listener.authenticated();
        }

        public void tell(RealtimeEvent event) {
            listener.event(event);
        }

        public void end(Ending ending) {
            if (!ended) {
                ended = true;
                listener.ended(ending);
            }
        }

        /** The next check finds that this was waited for in vain. */
        public void fallSilent(Ending.Silence what) {
            silence = what;
        }

        /** Whether binds are allowed from now on. */
        public void bindable(boolean newBindable) {
            bindable = newBindable;
        }

        @Override
        public synchronized void check() {
            checks++;
            if (silence != null) {
                end(new Ending.Silent(silence));
            }
        }

        @Override
        public synchronized boolean bind() {
            if (bindable) {
                binds++;
            }
            return bindable;
        }

        @Override
        public void close() {
            end(new Ending.ClosedByUs());
        }
    }
}
