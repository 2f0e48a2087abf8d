package dev.crispconnect.client;

import dev.crispconnect.client.people.Geolocation;

/** Reads places, of visitors, contacts and companies alike (Crisp API reference, sections 4.2 and 4.6). Pure. */
final class GeolocationReader {

    private GeolocationReader() {}

    static Geolocation geolocation(JsonFields fields) {
        return new Geolocation(
                fields.text("country"),
                fields.text("region"),
                fields.text("city"),
                fields.object(
                        "coordinates",
                        place -> new Geolocation.Coordinates(place.decimal("latitude"), place.decimal("longitude"))));
    }
}
