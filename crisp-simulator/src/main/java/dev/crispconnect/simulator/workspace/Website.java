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

    /** Somebody who answers visitors. */
    public record Operator(String userId, String nickname) {}
}
