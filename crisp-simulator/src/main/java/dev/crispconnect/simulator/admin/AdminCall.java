package dev.crispconnect.simulator.admin;

import java.util.Map;

/**
 * A request to the admin API.
 *
 * @param path the parameters of the path, by their names in the template
 * @param query its parameters, all texts
 * @param body empty when there is none
 */
record AdminCall(Map<String, String> path, Input query, Input body) {}
