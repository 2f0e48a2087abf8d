package dev.crispconnect.simulator.workspace;

/**
 * Who is shown as the writer of a message.
 *
 * @param type {@code website} or {@code participant}
 * @param userId session id of a visitor, user_id of an operator; null when the writer gave none
 * @param avatar address of a picture; null for none
 */
public record Author(String type, String userId, String nickname, String avatar) {}
