package dev.crispconnect.sink.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A list whose elements are all of one kind. */
record ListOf(Kind element) implements Kind {

    @Override
    public String words() {
        return "a list";
    }

    @Override
    public Form form() {
        return new Form.ListOf(element.form());
    }

    @Override
    public Object read(Object value) throws Mistake {
        if (!(value instanceof Collection<?> elements)) {
            throw Mistake.expected(words(), value);
        }
        List<Object> read = new ArrayList<>(elements.size());
        for (Object each : elements) {
            try {
                if (each == null) {
                    throw Mistake.expected(element.words(), null);
                }
                read.add(element.read(each));
            } catch (Mistake mistake) {
                throw mistake.in("[" + read.size() + "]");
            }
        }
        return read;
    }
}
