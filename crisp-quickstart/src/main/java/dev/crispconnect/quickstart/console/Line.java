package dev.crispconnect.quickstart.console;

import java.time.Instant;

/**
 * One thing that happened, as it is shown.
 *
 * @param time when
 * @param where the topic, or Crisp's API
 * @param op what kind of thing: create, update, a command, an outcome, an HTTP method
 * @param who whom it is about: a conversation's number and nickname, or a contact
 * @param what the rest
 */
record Line(Instant time, String where, String op, String who, String what) {}
