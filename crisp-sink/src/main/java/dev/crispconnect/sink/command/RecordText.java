package dev.crispconnect.sink.command;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text in a record, whatever the converter made of it. */
final class RecordText {

    private RecordText() {}

    /**
     * The text of a String, or of bytes that hold UTF-8; null for anything else.
     *
     * @throws Mistake when the bytes are not UTF-8
     */
    static String of(Object value) throws Mistake {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof byte[] bytes) {
            return decoded(ByteBuffer.wrap(bytes));
        }
        return value instanceof ByteBuffer bytes ? decoded(bytes.duplicate()) : null;
    }

    private static String decoded(ByteBuffer bytes) throws Mistake {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notUtf8) {
            throw Mistake.of("expected JSON in UTF-8, found other bytes");
        }
    }
}
