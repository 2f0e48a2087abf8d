package dev.crispconnect.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class WorkerThreadsTest {

    @Test
    void doNotKeepTheProcessAlive() throws Exception {
        assertThat(threadOf(WorkerThreads.open()).isDaemon()).isTrue();
    }

    @Test
    void areNamedAfterTheClientWhenPooled() throws Exception {
        assertThat(threadOf(WorkerThreads.pooled()).getName()).isEqualTo("crisp-client-1");
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void arePooledWhereTheRuntimeHasNoVirtualOnes() throws Exception {
        assertThat(threadOf(WorkerThreads.open()).getName()).startsWith("crisp-client-");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void areVirtualWhereTheRuntimeHasThem() throws Exception {
        Thread thread = threadOf(WorkerThreads.open());

        assertThat(Thread.class.getMethod("isVirtual").invoke(thread)).isEqualTo(true);
    }

    private static Thread threadOf(ExecutorService threads) throws Exception {
        try {
            return threads.submit(Thread::currentThread).get(20, TimeUnit.SECONDS);
        } finally {
            threads.shutdown();
        }
    }
}
