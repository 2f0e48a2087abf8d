package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.FaultPlan.Pending;
import dev.crispconnect.simulator.fault.Plan;
import dev.crispconnect.simulator.fault.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Plans of faults as they are written in JSON.
 *
 * @param routes the routes of the REST API, such as {@code GET /website/{website_id}}
 */
record PlanJson(List<String> routes) {

    private static final List<String> PLAN = List.of("faults", "times", "always", "skip", "rate", "seed", "target");
    private static final List<String> TARGET = List.of("method", "route", "sessionId", "token", "path");
    private static final List<String> METHODS = List.of("HEAD", "GET", "POST", "PUT", "PATCH", "DELETE");

    Plan read(Input input) {
        boolean shares = input.has("rate");
        Plan plan = Plan.of(faults(input))
                .at(input.object("target").map(this::target).orElse(Target.any()))
                .skipping(input.whole("skip", 0))
                .share(input.number("rate", 1), input.optionalLong("seed").orElse(1L));
        if (input.has("times") && input.has("always")) {
            throw Refused.invalid("A plan has either times or always.");
        }
        return input.flag("always", shares && !input.has("times"))
                ? plan.always()
                : plan.times(input.whole("times", 1));
    }

    private static List<Fault> faults(Input input) {
        if (!input.has("faults")) {
            FaultWords.Word word = FaultWords.word(input);
            List<String> known = Stream.of(List.of("fault"), word.fields(), PLAN.subList(1, PLAN.size()))
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
            return List.of(word.reader().apply(input.only(known)));
        }
        return input.only(PLAN).objects("faults").stream().map(PlanJson::fault).toList();
    }

    private static Fault fault(Input input) {
        FaultWords.Word word = FaultWords.word(input);
        List<String> known = new ArrayList<>(word.fields());
        known.add(0, "fault");
        return word.reader().apply(input.only(known));
    }

    private Target target(Input input) {
        input.only(TARGET);
        String method = input.optionalText("method").orElse(null);
        if (method != null && !METHODS.contains(method)) {
            throw input.wrong("method", "one of " + String.join(", ", METHODS));
        }
        String route = input.optionalText("route").orElse(null);
        if (route != null && routes.stream().noneMatch(known -> isRoute(known, method, route))) {
            throw input.wrong("route", "a route of the REST API, with its method, as GET /admin/routes lists them");
        }
        return new Target(
                method,
                route,
                input.optionalText("sessionId").orElse(null),
                input.optionalText("token").orElse(null),
                input.optionalText("path").map(regex -> pattern(input, regex)).orElse(null));
    }

    private static boolean isRoute(String known, String method, String template) {
        return method == null ? known.endsWith(" " + template) : known.equals(method + " " + template);
    }

    private static Pattern pattern(Input input, String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw input.wrong("path", "a regular expression (" + e.getDescription() + ")");
        }
    }

    static Map<String, Object> written(Pending pending) {
        Plan plan = pending.plan();
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("id", pending.id());
        written.put("faults", plan.faults().stream().map(FaultWords::written).toList());
        written.put("left", pending.left() == Plan.ALWAYS ? "always" : pending.left());
        written.put("struck", pending.struck());
        written.put("skip", plan.skip());
        written.put("rate", plan.share());
        written.put("target", written(plan.target()));
        return written;
    }

    private static Map<String, Object> written(Target target) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("method", target.method());
        written.put("route", target.template());
        written.put("sessionId", target.sessionId());
        written.put("token", target.token());
        written.put("path", target.path() == null ? null : target.path().pattern());
        written.values().removeIf(value -> value == null);
        return written;
    }
}
