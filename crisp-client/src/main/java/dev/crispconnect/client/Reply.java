package dev.crispconnect.client;

import java.util.Optional;

/**
 * What came back over HTTP, not yet judged.
 *
 * @param body empty when it was longer than allowed
 */
record Reply(int status, Answer.Headers headers, Optional<byte[]> body) {}
