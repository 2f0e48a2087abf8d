package dev.crispconnect.simulator.workspace;

import java.util.List;

/**
 * What a website is (Crisp API reference, section 3.13).
 *
 * @param operators who answers in it
 */
public record Website(String websiteId, String name, String domain, List<Operator> operators) {

    public Website {
        operators = List.copyOf(operators);
    }

    /** Somebody who answers visitors. */
    public record Operator(String userId, String nickname) {}
}
