package dev.crispconnect.sink.command;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON text (RFC 8259) into maps, lists, text, numbers, booleans and null. Of our own because the JSON library is an
 * inner matter of the client, and because commands come from strangers: nesting is bounded, a name given twice is an error,
 * and no error repeats what was read.
 */
final class JsonText {

    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 40;

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** @throws Mistake when the text is not exactly one JSON value */
    static Object read(String text) throws Mistake {
        JsonText reader = new JsonText(text);
        Object value = reader.value(0);
        reader.space();
        if (reader.at < text.length()) {
            throw reader.broken();
        }
        return value;
    }

    private Object value(int depth) throws Mistake {
        if (depth > DEEPEST) {
            throw Mistake.of("the JSON is nested more than " + DEEPEST + " deep");
        }
        space();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) throws Mistake {
        Map<String, Object> fields = new LinkedHashMap<>();
        at++;
        if (ends('}')) {
            return fields;
        }
        do {
            space();
            String name = string();
            space();
            expect(':');
            Object value = value(depth + 1);
            if (fields.containsKey(name)) {
                throw Mistake.of(name, "given twice");
            }
            fields.put(name, value);
        } while (goesOn('}'));
        return fields;
    }

    private List<Object> list(int depth) throws Mistake {
        List<Object> elements = new ArrayList<>();
        at++;
        if (ends(']')) {
            return elements;
        }
        do {
            elements.add(value(depth + 1));
        } while (goesOn(']'));
        return elements;
    }

    private String string() throws Mistake {
        expect('"');
        int start = at;
        while (peek() != '"' && peek() != '\\') {
            plain();
        }
        if (peek() == '"') {
            return text.substring(start, at++);
        }
        StringBuilder read = new StringBuilder(text.substring(start, at));
        while (peek() != '"') {
            read.append(peek() == '\\' ? escaped() : plain());
        }
        at++;
        return read.toString();
    }

    private char plain() throws Mistake {
        if (peek() < ' ') {
            throw broken();
        }
        return text.charAt(at++);
    }

    private char escaped() throws Mistake {
        at++;
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw broken();
        };
    }

    private char unicode() throws Mistake {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw broken();
            }
            code = code << 4 | digit;
            at++;
        }
        return (char) code;
    }

    private Object word(String word, Object value) throws Mistake {
        if (!text.startsWith(word, at)) {
            throw broken();
        }
        at += word.length();
        return value;
    }

    private Number number() throws Mistake {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        boolean zero = peek() == '0';
        int whole = digits();
        if (zero && whole > 1) {
            throw broken();
        }
        boolean fraction = at < text.length() && text.charAt(at) == '.';
        if (fraction) {
            at++;
            digits();
        }
        boolean exponent = at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E');
        if (exponent) {
            at++;
            at += peek() == '+' || peek() == '-' ? 1 : 0;
            digits();
        }
        if (at - start > LONGEST_NUMBER) {
            throw Mistake.of("the JSON holds a number of more than " + LONGEST_NUMBER + " characters");
        }
        return number(text.substring(start, at), fraction, exponent);
    }

    private static Number number(String digits, boolean fraction, boolean exponent) {
        if (exponent) {
            return Double.valueOf(digits);
        }
        if (fraction) {
            return new BigDecimal(digits);
        }
        BigInteger whole = new BigInteger(digits);
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }

    private int digits() throws Mistake {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw broken();
        }
        return at - start;
    }

    private boolean ends(char end) throws Mistake {
        space();
        boolean ends = peek() == end;
        at += ends ? 1 : 0;
        return ends;
    }

    private boolean goesOn(char end) throws Mistake {
        if (ends(end)) {
            return false;
        }
        expect(',');
        return true;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws Mistake {
        if (at >= text.length()) {
            throw Mistake.of("the value is not JSON: it ends too early, after character " + text.length());
        }
        return text.charAt(at);
    }

    private void expect(char c) throws Mistake {
        if (peek() != c) {
            throw broken();
        }
        at++;
    }

    private Mistake broken() {
        return Mistake.of("the value is not JSON: character " + (at + 1) + " does not belong there");
    }
}
