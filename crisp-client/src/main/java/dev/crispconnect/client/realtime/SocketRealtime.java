package dev.crispconnect.client.realtime;

import dev.crispconnect.client.ClientSettings;
import dev.crispconnect.client.time.Time;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sockets on OkHttp: wiring only. Each connection has one thread, which OkHttp holds for as long as it reads. Safe for use by
 * many threads.
 */
final class SocketRealtime implements Realtime {

    private final ClientSettings settings;
    private final Time time;
    private final ExecutorService threads = threads();
    private final OkHttpClient transport;
    private final Set<SocketConnection> open = ConcurrentHashMap.newKeySet();

    SocketRealtime(ClientSettings settings, Time time) {
        this.settings = settings;
        this.time = time;
        this.transport = new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(threads))
                .connectTimeout(settings.timeouts().connect())
                .readTimeout(settings.timeouts().read())
                .writeTimeout(settings.timeouts().read())
                .callTimeout(settings.timeouts().call())
                .followRedirects(false)
                .followSslRedirects(false)
                .addInterceptor(SocketRealtime::withoutCompression)
                .build();
    }

    @Override
    public RealtimeConnection connect(String endpoint, Subscription subscription, RealtimeListener listener) {
        boolean encryptedOnly = "https".equalsIgnoreCase(settings.apiUrl().getScheme());
        URI url = SocketUrl.of(endpoint, encryptedOnly);
        FrameMeter meter = new FrameMeter(settings.maxResponseBytes());
        SocketConnection connection = new SocketConnection(settings, subscription, listener, meter, time);
        open.add(connection);
        connection.whenEnded(() -> open.remove(connection));
        Request upgrade = new Request.Builder()
                .url(url.toString())
                .header("User-Agent", settings.userAgent())
                .build();
        OkHttpClient own = transport.newBuilder().socketFactory(meter).build();
        connection.attach(own.newWebSocket(upgrade, connection));
        return connection;
    }

    @Override
    public void close() {
        // first, so that nothing that connects meanwhile starts
        threads.shutdown();
        open.forEach(SocketConnection::close);
        transport.connectionPool().evictAll();
    }

    /** A compressed frame could be a thousand times longer than what the wire brings of it. */
    private static Response withoutCompression(Interceptor.Chain chain) throws IOException {
        return chain.proceed(chain.request()
                .newBuilder()
                .removeHeader("Sec-WebSocket-Extensions")
                .build());
    }

    private static ExecutorService threads() {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory daemons = task -> {
            Thread thread = new Thread(task, "crisp-realtime-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        return Executors.newCachedThreadPool(daemons);
    }
}
