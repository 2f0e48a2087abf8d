package dev.crispconnect.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * What the machine can do at most: an asynchronous OkHttp loop that posts messages to conversations in rotation, with no
 * Kafka, no order and no retries. The measure that the sink is held against.
 */
final class PlainLoop implements Callback {

    private final OkHttpClient http;
    private final List<String> paths;
    private final Request template;
    private final int total;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch left;

    private PlainLoop(OkHttpClient http, Request template, List<String> paths, int total) {
        this.http = http;
        this.template = template;
        this.paths = paths;
        this.total = total;
        this.left = new CountDownLatch(total);
    }

    /**
     * Sends its calls and says {@code done}.
     *
     * @param arguments base URL, authorization header, in flight, calls, file with a message path per line
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int inFlight = Integer.parseInt(arguments[2]);
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(inFlight);
        dispatcher.setMaxRequestsPerHost(inFlight);
        OkHttpClient http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(inFlight, 1, TimeUnit.MINUTES))
                .build();
        Request template = new Request.Builder()
                .url(arguments[0])
                .header("Authorization", arguments[1])
                .header("X-Crisp-Tier", "website")
                .build();
        PlainLoop loop = new PlainLoop(
                http, template, Files.readAllLines(Path.of(arguments[4])), Integer.parseInt(arguments[3]));
        loop.run(inFlight);
        System.out.println("done " + loop.total);
        System.exit(0);
    }

    private void run(int inFlight) throws InterruptedException {
        for (int i = 0; i < inFlight; i++) {
            sendNext();
        }
        left.await();
    }

    private void sendNext() {
        int number = next.getAndIncrement();
        if (number >= total) {
            return;
        }
        Request request = template.newBuilder()
                .url(template.url() + paths.get(number % paths.size()))
                .post(RequestBody.create(SinkLoad.messageBody(number), MediaType.get("application/json")))
                .build();
        http.newCall(request).enqueue(this);
    }

    @Override
    public void onResponse(Call call, Response response) throws IOException {
        try (response) {
            response.body().bytes();
            if (!response.isSuccessful()) {
                throw new IllegalStateException("the plain loop got HTTP " + response.code());
            }
        }
        left.countDown();
        sendNext();
    }

    @Override
    public void onFailure(Call call, IOException failure) {
        failure.printStackTrace();
        System.exit(1);
    }
}
