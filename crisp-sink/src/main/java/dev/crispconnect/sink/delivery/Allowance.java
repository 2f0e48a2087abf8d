package dev.crispconnect.sink.delivery;

/**
 * What an operator allows a task to spend, whatever Crisp would allow.
 *
 * @param requestsPerSecond 0 for any number
 * @param requestsPerDay 0 for any number
 */
public record Allowance(double requestsPerSecond, long requestsPerDay) {}
