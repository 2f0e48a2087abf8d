package dev.crispconnect.sink.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that a form accepts and values that it does not, at any depth, as plain JSON. */
final class Samples {

    private Samples() {}

    /** One with every field. */
    static Object good(Form form) {
        if (form instanceof Form.OneOf oneOf) {
            return oneOf.words().iterator().next();
        } else if (form instanceof Form.Flag) {
            return true;
        } else if (form instanceof Form.Whole whole) {
            return Math.max(whole.least(), 1);
        } else if (form instanceof Form.Numeric) {
            return 1.5;
        } else if (form instanceof Form.Time) {
            return 1_767_225_600_000L;
        } else if (form instanceof Form.MapOf map) {
            return Map.of("any", good(map.value()));
        } else if (form instanceof Form.ListOf list) {
            return List.of(good(list.element()));
        } else if (form instanceof Form.NameOr nameOr) {
            return good(nameOr.group());
        } else if (form instanceof Form.Group group) {
            Map<String, Object> fields = new LinkedHashMap<>();
            group.fields().forEach((name, each) -> fields.put(name, good(each)));
            return fields;
        }
        return "chat";
    }

    /** Those of another type, objects with unknown fields, and objects without a required one. */
    static List<Object> mistyped(Form form) {
        List<Object> bad = new ArrayList<>();
        if (form instanceof Form.Flag || form instanceof Form.Numeric || form instanceof Form.Whole) {
            bad.add("text");
        } else if (form instanceof Form.Time) {
            bad.add("2026-11-21");
        } else if (form instanceof Form.Scalar) {
            bad.add(List.of(1L));
        } else if (form instanceof Form.MapOf map) {
            bad.add(3L);
            mistyped(map.value()).forEach(value -> bad.add(Map.of("any", value)));
        } else if (form instanceof Form.ListOf list) {
            bad.add("text");
            mistyped(list.element()).forEach(element -> bad.add(List.of(element)));
        } else if (form instanceof Form.Group group) {
            bad.add(3L);
            bad.addAll(mistypedGroups(group));
        } else if (form instanceof Form.NameOr nameOr) {
            bad.add(3L);
            bad.addAll(mistypedGroups(nameOr.group()));
        } else {
            bad.add(3L);
        }
        return bad;
    }

    private static List<Object> mistypedGroups(Form.Group group) {
        List<Object> bad = new ArrayList<>();
        bad.add(with(group, "no_such_field", 1L));
        for (Map.Entry<String, Form> field : group.fields().entrySet()) {
            mistyped(field.getValue()).forEach(value -> bad.add(with(group, field.getKey(), value)));
        }
        for (String name : group.required()) {
            Map<String, Object> without = fields(group);
            without.remove(name);
            bad.add(without);
        }
        return bad;
    }

    /** Those of the right type that are not allowed. */
    static List<Object> forbidden(Form form) {
        List<Object> bad = new ArrayList<>();
        if (form instanceof Form.OneOf) {
            bad.add("no_such_word");
        } else if (form instanceof Form.Text text && !text.pattern().isEmpty()) {
            bad.add(" ");
        } else if (form instanceof Form.Whole whole && whole.least() != Long.MIN_VALUE) {
            bad.addAll(List.of(whole.least() - 1, whole.most() + 1));
        } else if (form instanceof Form.Time) {
            bad.addAll(List.of(0L, 1.5));
        } else if (form instanceof Form.NameOr) {
            bad.add("");
        } else if (form instanceof Form.ListOf list) {
            forbidden(list.element()).forEach(element -> bad.add(List.of(element)));
        } else if (form instanceof Form.Group group) {
            group.fields().forEach((name, each) -> forbidden(each).forEach(value -> bad.add(with(group, name, value))));
        }
        return bad;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Form.Group group) {
        return new LinkedHashMap<>((Map<String, Object>) good(group));
    }

    private static Map<String, Object> with(Form.Group group, String name, Object value) {
        Map<String, Object> fields = fields(group);
        fields.put(name, value);
        return fields;
    }
}
