package dev.crispconnect.source.record;

import dev.crispconnect.client.people.Geolocation;

/** A place, of a visitor's device or of a contact (Crisp API reference, sections 4.2 and 4.6). */
final class GeolocationShape {

    private static final Shape<Geolocation.Coordinates> COORDINATES = Shape.<Geolocation.Coordinates>named(
                    "Coordinates", "A point on earth.")
            .number("latitude", Geolocation.Coordinates::latitude, "Degrees north.")
            .number("longitude", Geolocation.Coordinates::longitude, "Degrees east.")
            .build();

    static final Shape<Geolocation> GEOLOCATION = Shape.<Geolocation>named(
                    "Geolocation", "A place, as precise as Crisp knows it.")
            .text("country", Geolocation::country, "Country code of two letters.")
            .text("region", Geolocation::region, "Region code.")
            .text("city", Geolocation::city, "City.")
            .struct("coordinates", COORDINATES, Geolocation::coordinates, "Where it is.")
            .build();

    private GeolocationShape() {}
}
