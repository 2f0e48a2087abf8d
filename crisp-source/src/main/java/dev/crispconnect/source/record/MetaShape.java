package dev.crispconnect.source.record;

import dev.crispconnect.client.conversation.Meta;

/** What is known of a visitor (Crisp API reference, section 4.2). */
final class MetaShape {

    private static final Shape<Meta.Versioned> VERSIONED = Shape.<Meta.Versioned>named(
                    "Software", "A piece of software and its version.")
            .text("name", Meta.Versioned::name, "Name.")
            .text("version", Meta.Versioned::version, "Version.")
            .text("major", Meta.Versioned::major, "Major version; browsers only.")
            .build();

    private static final Shape<Meta.Software> SYSTEM = Shape.<Meta.Software>named(
                    "DeviceSystem", "What a visitor's device runs.")
            .struct("os", VERSIONED, Meta.Software::os, "Operating system.")
            .struct("engine", VERSIONED, Meta.Software::engine, "Browser engine.")
            .struct("browser", VERSIONED, Meta.Software::browser, "Browser.")
            .text("useragent", Meta.Software::useragent, "The browser's own description of itself.")
            .build();

    private static final Shape<Meta.Device> DEVICE = Shape.<Meta.Device>named("Device", "A visitor's device.")
            .texts("capabilities", Meta.Device::capabilities, "What it can do, such as browsing or call.")
            .struct("geolocation", GeolocationShape.GEOLOCATION, Meta.Device::geolocation, "Where it is.")
            .struct("system", SYSTEM, Meta.Device::system, "What it runs.")
            .small("timezone", Meta.Device::timezone, "Minutes, negative east of UTC.")
            .texts("locales", Meta.Device::locales, "Languages, preferred first.")
            .build();

    private static final Shape<Meta.Connection> CONNECTION = Shape.<Meta.Connection>named(
                    "Connection", "A visitor's network.")
            .text("isp", Meta.Connection::isp, "Provider.")
            .text("asn", Meta.Connection::asn, "Autonomous system.")
            .build();

    static final Shape<Meta> META = Shape.<Meta>named(
                    "Meta", "What is known of a visitor. No value is an empty text as often as null, as Crisp sent it.")
            .text("nickname", Meta::nickname, "Name shown.")
            .text("email", Meta::email, "E-mail address.")
            .text("phone", Meta::phone, "Phone number.")
            .text("address", Meta::address, "Postal address.")
            .text("subject", Meta::subject, "Subject of the conversation.")
            .text("origin", Meta::origin, "Channel the conversation came from.")
            .text("ip", Meta::ip, "IP address.")
            .text("avatar", Meta::avatar, "URL of a picture.")
            .textMap("data", Meta::data, "Free-form values; numbers and booleans as text.")
            .texts("segments", Meta::segments, "Segments.")
            .struct("connection", CONNECTION, Meta::connection, "Network.")
            .struct("device", DEVICE, Meta::device, "Device.")
            .build();

    private MetaShape() {}
}
