package dev.crispconnect.sink.command;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;

/** The kinds that fields are made of. */
final class Kinds {

    private static final String SOMETHING = "\\S";

    /** Text that says something. */
    static final Kind TEXT = kind(
            "text", new Form.Text(SOMETHING), value -> value instanceof String text && !text.isBlank() ? text : null);

    /** Text that may be empty, which clears a field. */
    static final Kind ANY_TEXT = kind("text", new Form.Text(""), value -> value instanceof String ? value : null);

    static final Kind FLAG = kind("true or false", new Form.Flag(), value -> value instanceof Boolean ? value : null);

    static final Kind WHOLE = kind("a whole number", new Form.Whole(Long.MIN_VALUE, Long.MAX_VALUE), Kinds::whole);

    static final Kind NUMBER = kind("a number", new Form.Numeric(), Kinds::number);

    /** Milliseconds since the epoch, or a Connect Timestamp. */
    static final Kind TIME = kind("a time (milliseconds since 1970)", new Form.Time(), Kinds::time);

    /** The channel that something is said to come from (Crisp API reference, section 3.9). */
    static final Kind ORIGIN = kind(
            "chat, email or urn:...",
            new Form.Text("^(chat|email|urn:\\S+)$"),
            value -> value instanceof String text
                            && (text.equals("chat") || text.equals("email") || text.matches("urn:\\S+"))
                    ? text
                    : null);

    /** Free-form data: names with text, numbers, true or false. */
    static final Kind DATA = new FreeForm();

    /** From here on a JSON number is not exact in every reader. */
    static final long MAX_SAFE_WHOLE = (1L << 53) - 1;

    private Kinds() {}

    static Kind oneOf(Set<String> allowed) {
        return kind(
                "one of " + String.join(", ", new TreeSet<>(allowed)),
                new Form.OneOf(allowed),
                value -> value instanceof String text && allowed.contains(text) ? text : null);
    }

    static Kind wholeBetween(long least, long most) {
        return kind(
                "a whole number from " + least + " to " + most,
                new Form.Whole(least, most),
                value -> whole(value) instanceof Long number && number >= least && number <= most ? number : null);
    }

    static Kind listOf(Kind element) {
        return new ListOf(element);
    }

    /** The kind of a value in words; says nothing of the value itself. */
    static String describe(Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof String text) {
            return text.isBlank() ? "empty text" : "text";
        }
        if (value instanceof Boolean) {
            return "true or false";
        }
        if (value instanceof Number) {
            return whole(value) == null ? "a number" : "a whole number";
        }
        if (value instanceof Map || value instanceof Struct) {
            return "an object";
        }
        if (value instanceof Collection) {
            return "a list";
        }
        if (value instanceof byte[] || value instanceof ByteBuffer) {
            return "bytes";
        }
        return value instanceof Date ? "a time" : "something else";
    }

    /** Checked later, when another field tells what it must be. */
    static Kind later(Form form) {
        return kind("a value", form, value -> value);
    }

    static Kind kind(String words, Form form, UnaryOperator<Object> read) {
        return new Scalar(words, form, read);
    }

    private static Object whole(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Math.rint(number) == number && Math.abs(number) <= MAX_SAFE_WHOLE ? (Object) (long) number : null;
        }
        if (value instanceof BigInteger big) {
            return big.bitLength() < Long.SIZE ? (Object) big.longValue() : null;
        }
        return null;
    }

    static Object number(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Double.isFinite(((Number) value).doubleValue()) ? value : null;
        }
        return value instanceof BigDecimal ? value : whole(value);
    }

    private static Object time(Object value) {
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(Timestamp.fromLogical(Timestamp.SCHEMA, date));
        }
        return whole(value) instanceof Long millis && millis > 0 && millis <= MAX_SAFE_WHOLE
                ? Instant.ofEpochMilli(millis)
                : null;
    }

    private record Scalar(String words, Form form, UnaryOperator<Object> plain) implements Kind {

        @Override
        public Object read(Object value) throws Mistake {
            Object read = plain.apply(value);
            if (read == null) {
                throw Mistake.expected(words, value);
            }
            return read;
        }
    }
}
