package dev.crispconnect.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.client.operator.ActiveOperator;
import dev.crispconnect.client.operator.Operator;

/** Reads operators (Crisp API reference, sections 3.12 and 4.7). Pure. */
final class OperatorReader {

    private OperatorReader() {}

    /** Whether a single operator is wrapped in {@code details} as in the list is not documented: both are read. */
    static Operator operator(JsonNode data) {
        JsonFields outer = new JsonFields(data);
        JsonFields details = outer.object("details");
        boolean wrapped = !details.isEmpty();
        JsonFields fields = wrapped ? details : outer;
        return new Operator(
                wrapped ? outer.text("type") : null,
                fields.text("user_id"),
                fields.text("email"),
                fields.text("avatar"),
                fields.text("first_name"),
                fields.text("last_name"),
                fields.text("role"),
                fields.text("title"),
                fields.text("availability"),
                fields.flag("has_token"));
    }

    static ActiveOperator active(JsonNode data) {
        JsonFields fields = new JsonFields(data);
        return new ActiveOperator(
                fields.requiredText("user_id"),
                fields.text("nickname"),
                fields.text("avatar"),
                fields.time("timestamp"));
    }
}
