package dev.crispconnect.client.website;

/** A workspace in brief (Crisp API reference, section 3.13). Every field but the id may be null. */
public record Website(
        String websiteId, String name, String domain, String logo, Boolean verified, Boolean institutional) {}
