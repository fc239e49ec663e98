package dev.millrace.check;

import java.lang.reflect.Array;
import java.util.StringJoiner;

/** Writes a value so that a reader can rebuild it: strings in quotes with what cannot be seen escaped, arrays in full. */
final class Rendering {
    private Rendering() {}

    static String of(Object value) {
        if (value instanceof CharSequence text) {
            return quoted(text);
        }
        if (value != null && value.getClass().isArray()) {
            return elements(value);
        }
        if (value instanceof Iterable<?> values && value.getClass().getName().startsWith("java.util.")) {
            StringJoiner joined = new StringJoiner(", ", "[", "]");
            values.forEach(element -> joined.add(of(element)));
            return joined.toString();
        }
        return String.valueOf(value);
    }

    private static String elements(Object array) {
        StringJoiner joined = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < Array.getLength(array); i++) {
            joined.add(of(Array.get(array, i)));
        }
        return joined.toString();
    }

    private static String quoted(CharSequence text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
