package dev.crispconnect.simulator.admin;

import java.util.List;

/** An answer of one JSON value a line. */
record JsonLines(List<?> values) {}
