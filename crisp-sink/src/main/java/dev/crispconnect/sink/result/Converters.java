package dev.crispconnect.sink.result;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.storage.Converter;

/** Makes converters of the worker, which are found by name as the plugin does not hold them. */
final class Converters {

    static final String JSON = "org.apache.kafka.connect.json.JsonConverter";

    private Converters() {}

    /** @throws ConfigException when there is no such converter or it refuses its configuration */
    static Converter of(ResultSettings.ConverterSettings settings, boolean isKey) {
        // the schema of a result is known: sending it along each time would be most of the record
        Map<String, Object> configuration = new HashMap<>(Map.of("schemas.enable", "false"));
        configuration.putAll(settings.configuration());
        Converter converter = made(settings.className());
        converter.configure(configuration, isKey);
        return converter;
    }

    private static Converter made(String className) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return Class.forName(className, true, loader)
                    .asSubclass(Converter.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException unusable) {
            ConfigException refusal = new ConfigException(
                    "the converter " + className
                            + " cannot be made: it must be a Converter on the worker's class path or in this plugin's directory");
            refusal.initCause(unusable);
            throw refusal;
        }
    }
}
