package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.client.connect.TaskExposure;
import dev.crispconnect.client.metrics.Exposure;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.connect.source.SourceTask;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.junit.jupiter.api.Test;

/** Workers before 4.1, whose classes lack the metrics of plugins, and before 3.3, which know no transactions. */
class OldWorkerTest {

    @Test
    void theTaskLoadsAndIsMadeWithoutThem() throws Exception {
        try (URLClassLoader worker = new OldWorker()) {
            Class<?> task = Class.forName(CrispSourceTask.class.getName(), true, worker);

            assertThat(task.getDeclaredConstructor().newInstance()).isNotInstanceOf(SourceTask.class);
            assertThat(Arrays.stream(task.getDeclaredMethods()).map(Method::getName))
                    .contains("start", "poll", "stop");
        }
    }

    @Test
    void itsMetricsAreShownElsewhere() throws Exception {
        try (URLClassLoader worker = new OldWorker()) {
            Class<?> chooser = Class.forName(TaskExposure.class.getName(), true, worker);
            Supplier<Object> asTheTaskDoes = () -> make(worker);

            Object chosen = chooser.getMethod("of", String.class, Map.class, Supplier.class)
                    .invoke(null, "crisp-source", Map.of(), asTheTaskDoes);

            assertThatThrownBy(asTheTaskDoes::get).isInstanceOf(NoClassDefFoundError.class);
            assertThat(chosen.getClass().getSimpleName()).isEqualTo("MBeanExposure");
            assertThat(chosen).isNotInstanceOf(Exposure.class);
        }
    }

    @Test
    void itDecidesItselfWhereTransactionsEnd() {
        SourceTaskContext before33 = (SourceTaskContext) Proxy.newProxyInstance(
                SourceTaskContext.class.getClassLoader(),
                new Class<?>[] {SourceTaskContext.class},
                (proxy, method, arguments) -> {
                    throw new NoSuchMethodError(method.getName());
                });

        assertThatCode(() -> Transactions.of(before33).endWith(List.of())).doesNotThrowAnyException();
    }

    private static Object make(ClassLoader worker) {
        try {
            Class<?> type = Class.forName("dev.crispconnect.client.connect.PluginExposure", true, worker);
            return type.getConstructors()[0].newInstance((Object) null);
        } catch (InvocationTargetException thrown) {
            throw new AssertionError(thrown);
        } catch (ReflectiveOperationException unusable) {
            throw new NoClassDefFoundError(unusable.toString());
        }
    }

    /** Everything on the class path, loaded anew, but for what is newer. */
    private static final class OldWorker extends URLClassLoader {

        OldWorker() {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.apache.kafka.common.metrics.PluginMetrics")
                    || name.equals("org.apache.kafka.connect.source.TransactionContext")) {
                throw new ClassNotFoundException(name);
            }
            return super.findClass(name);
        }

        private static URL[] classPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(OldWorker::url)
                    .toArray(URL[]::new);
        }

        private static URL url(String path) {
            try {
                return new File(path).toURI().toURL();
            } catch (MalformedURLException impossible) {
                throw new IllegalArgumentException(path, impossible);
            }
        }
    }
}
