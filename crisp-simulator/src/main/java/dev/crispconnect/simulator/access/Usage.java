package dev.crispconnect.simulator.access;

import java.util.OptionalLong;

/**
 * What a token did so far.
 *
 * @param used requests of today that count for the daily quota; a plugin's tokens share them
 * @param left how many are left of it; empty when there is no quota
 * @param refusedByRate requests refused because of the rate limit
 * @param refusedByQuota requests refused because of the daily quota
 * @param earlyRetries requests that came before the time the last {@code Retry-After} had named
 */
public record Usage(long used, OptionalLong left, long refusedByRate, long refusedByQuota, long earlyRetries) {}
