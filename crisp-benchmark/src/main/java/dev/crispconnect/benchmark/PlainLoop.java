package dev.crispconnect.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    private final int end;
    private final AtomicInteger next;
    private final CountDownLatch left;

    private PlainLoop(OkHttpClient http, Request template, List<String> paths, int begin, int end) {
        this.http = http;
        this.template = template;
        this.paths = paths;
        this.end = end;
        this.next = new AtomicInteger(begin);
        this.left = new CountDownLatch(end - begin);
    }

    /**
     * Sends its calls, first those to warm up, and says {@code done} and how much CPU time the others took, in nanoseconds.
     *
     * @param arguments base URL, authorization header, in flight, calls to warm up, calls, file with a message path per line
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
        List<String> paths = Files.readAllLines(Path.of(arguments[5]));
        int warmUp = Integer.parseInt(arguments[3]);
        new PlainLoop(http, template, paths, 0, warmUp).run(inFlight);
        long cpuBefore = cpuNanos();
        new PlainLoop(http, template, paths, warmUp, warmUp + Integer.parseInt(arguments[4])).run(inFlight);
        System.out.println("done " + (cpuNanos() - cpuBefore));
        System.exit(0);
    }

    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private void run(int inFlight) throws InterruptedException {
        for (int i = 0; i < inFlight; i++) {
            sendNext();
        }
        left.await();
    }

    private void sendNext() {
        int number = next.getAndIncrement();
        if (number >= end) {
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
