package dev.crispconnect.client;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that calls run on. OkHttp holds one for the whole of each call, mostly waiting: virtual ones where the
 * Java runtime has them (21 and newer), else pooled daemon threads, which end after a minute without work.
 */
final class WorkerThreads {

    /** Versions 19 and 20 have the method too, but only as a preview that fails when called. */
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    private static final Optional<Method> VIRTUAL = virtualThreadExecutor();

    private WorkerThreads() {}

    /** Opens an executor with no bound of its own; the caller shuts it down. */
    static ExecutorService open() {
        return VIRTUAL.map(WorkerThreads::virtual).orElseGet(WorkerThreads::pooled);
    }

    static ExecutorService pooled() {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory daemons = task -> {
            Thread thread = new Thread(task, "crisp-client-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        return Executors.newCachedThreadPool(daemons);
    }

    private static ExecutorService virtual(Method factory) {
        try {
            return (ExecutorService) factory.invoke(null);
        } catch (IllegalAccessException | InvocationTargetException unusable) {
            throw new IllegalStateException("this Java runtime has virtual threads but does not make them", unusable);
        }
    }

    private static Optional<Method> virtualThreadExecutor() {
        if (Runtime.version().feature() < FIRST_WITH_VIRTUAL_THREADS) {
            return Optional.empty();
        }
        try {
            return Optional.of(Executors.class.getMethod("newVirtualThreadPerTaskExecutor"));
        } catch (NoSuchMethodException withoutThem) {
            return Optional.empty();
        }
    }
}
