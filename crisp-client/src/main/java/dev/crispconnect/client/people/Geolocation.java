package dev.crispconnect.client.people;

/** A place, as precise as Crisp knows it. */
public record Geolocation(String country, String region, String city, Coordinates coordinates) {

    /** Shows the country only: the rest may lead to a person. */
    @Override
    public String toString() {
        return "Geolocation[country=" + country + "]";
    }

    /** Degrees. */
    public record Coordinates(Double latitude, Double longitude) {

        /** Shows no place. */
        @Override
        public String toString() {
            return "Coordinates[]";
        }
    }
}
