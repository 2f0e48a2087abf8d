package dev.crispconnect.source;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Call;
import dev.crispconnect.client.ClientSettings;
import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.realtime.Ending;
import dev.crispconnect.client.realtime.Realtime;
import dev.crispconnect.client.realtime.RealtimeConnection;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.realtime.RealtimeListener;
import dev.crispconnect.client.realtime.Subscription;
import dev.crispconnect.client.time.Time;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Reaches Crisp over the network, tells the time what is under way, and notes what the socket brings. */
final class WatchedReach implements Reach {

    private final WireTime time;
    final List<RealtimeEvent> heard = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    private volatile SocketTraffic traffic;

    WatchedReach(WireTime time) {
        this.time = time;
    }

    /** What the socket brings comes from there. */
    SocketTraffic follow(dev.crispconnect.simulator.realtime.Realtime crisp) {
        traffic = new SocketTraffic(crisp);
        time.standsStillWhile(traffic::isUnderway);
        return traffic;
    }

    @Override
    public Time time() {
        return time;
    }

    @Override
    public CrispClient client(ClientSettings settings) {
        return new WatchedClient(CrispClient.open(settings, time), time);
    }

    @Override
    public Realtime realtime(ClientSettings settings) {
        Realtime real = Realtime.open(settings, time);
        return new Realtime() {
            @Override
            public RealtimeConnection connect(String endpoint, Subscription subscription, RealtimeListener listener) {
                return new Unchecked(real.connect(endpoint, subscription, new Watched(listener)));
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }

    /** Heartbeats are timers of the simulator, in real time, and say nothing where a day takes a second. */
    private record Unchecked(RealtimeConnection connection) implements RealtimeConnection {

        @Override
        public void check() {
            // alive until it is cut
        }

        @Override
        public boolean bind() {
            return connection.bind();
        }

        @Override
        public void close() {
            connection.close();
        }
    }

    private record WatchedClient(CrispClient client, WireTime time) implements CrispClient {

        @Override
        public <T> CompletableFuture<Answer<T>> submit(Call<T> call) {
            time.departed();
            CompletableFuture<Answer<T>> answer = client.submit(call);
            CompletableFuture<?> unused = answer.whenComplete((good, bad) -> time.arrived());
            return answer;
        }

        @Override
        public <T> Answer<T> execute(Call<T> call) throws InterruptedException {
            return client.execute(call);
        }

        @Override
        public void close() {
            client.close();
        }
    }

    private final class Watched implements RealtimeListener {

        private final RealtimeListener listener;
        private final AtomicBoolean connecting = new AtomicBoolean(true);

        private Watched(RealtimeListener listener) {
            this.listener = listener;
            time.departed();
            traffic.connecting();
        }

        @Override
        public void authenticated() {
            connections.incrementAndGet();
            traffic.connected();
            listener.authenticated();
            connected();
        }

        @Override
        public void event(RealtimeEvent event) {
            listener.event(event);
            heard.add(event);
            traffic.arrived();
        }

        @Override
        public void ended(Ending ending) {
            listener.ended(ending);
            traffic.ended();
            connected();
        }

        private void connected() {
            if (connecting.compareAndSet(true, false)) {
                time.arrived();
            }
        }
    }
}
