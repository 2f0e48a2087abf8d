package dev.crispconnect.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the build, from a resource that the build fills in: the same in a jar and in a directory. */
final class Version {

    private static final String RESOURCE = "version.properties";

    private Version() {}

    static String current() {
        Properties properties = new Properties();
        try (InputStream resource = Version.class.getResourceAsStream(RESOURCE)) {
            properties.load(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the connector's jar is damaged: " + RESOURCE, unreadable);
        }
        return properties.getProperty("version");
    }
}
