package dev.crispconnect.simulator.workspace;

import java.util.List;

/**
 * What a website is at one moment (Crisp API reference, section 3.13).
 *
 * @param logo address of a picture; null for none
 * @param operators who answers in it at present
 */
public record Website(String websiteId, String name, String domain, String logo, List<Operator> operators) {

    public Website {
        operators = List.copyOf(operators);
    }

    /** A website_id made from a seed; nothing inside a website has the same id. */
    public static String idOf(long seed) {
        return new Ids(~seed).uuid();
    }

    /** Somebody who answers visitors. */
    public record Operator(String userId, String nickname) {}
}
