package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.client.connect.TaskExposure;
import dev.crispconnect.client.metrics.Exposure;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.connect.source.SourceTask;
import org.junit.jupiter.api.Test;

/** Workers before 4.1, whose classes lack the metrics of plugins. */
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

    /** Everything on the class path, loaded anew, but for the one class. */
    private static final class OldWorker extends URLClassLoader {

        OldWorker() {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.apache.kafka.common.metrics.PluginMetrics")) {
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
