package dev.crispconnect.client;

import dev.crispconnect.client.conversation.Meta;

/** Reads what is known of a visitor (Crisp API reference, section 4.2). Pure. */
final class MetaReader {

    private MetaReader() {}

    static Meta meta(JsonFields fields) {
        return new Meta(
                fields.text("nickname"),
                fields.text("email"),
                fields.text("phone"),
                fields.text("address"),
                fields.text("subject"),
                fields.text("origin"),
                fields.text("ip"),
                fields.text("avatar"),
                fields.texts("data"),
                fields.textList("segments"),
                fields.object(
                        "connection",
                        connection -> new Meta.Connection(connection.text("isp"), connection.text("asn"))),
                fields.object("device", MetaReader::device));
    }

    private static Meta.Device device(JsonFields fields) {
        return new Meta.Device(
                fields.textList("capabilities"),
                fields.object("geolocation", GeolocationReader::geolocation),
                fields.object("system", MetaReader::software),
                fields.smallNumber("timezone"),
                fields.textList("locales"));
    }

    private static Meta.Software software(JsonFields fields) {
        return new Meta.Software(
                fields.object("os", MetaReader::versioned),
                fields.object("engine", MetaReader::versioned),
                fields.object("browser", MetaReader::versioned),
                fields.text("useragent"));
    }

    private static Meta.Versioned versioned(JsonFields fields) {
        return new Meta.Versioned(fields.text("name"), fields.text("version"), fields.text("major"));
    }
}
