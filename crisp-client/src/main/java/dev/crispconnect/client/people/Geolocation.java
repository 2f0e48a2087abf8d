package dev.crispconnect.client.people;

/** A place, as precise as Crisp knows it. */
public record Geolocation(String country, String region, String city, Coordinates coordinates) {

    /** Degrees. */
    public record Coordinates(Double latitude, Double longitude) {}
}
