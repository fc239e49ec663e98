package dev.millrace.core.option;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the text of a setting is read.
 *
 * @param name what errors call it
 */
record OptionKind<T>(String name, Class<?> type, Reader<T> reader) implements Serializable {

    /** Reads a text; a text of another form is an {@link IllegalArgumentException}. */
    interface Reader<T> extends Serializable {
        T read(String text);
    }

    @SuppressWarnings("unchecked") // values of the right class are taken as they are; all others go through their text
    T of(String key, Object value) {
        if (type.isInstance(value)) {
            return (T) value;
        }
        String text = String.valueOf(value).trim();
        try {
            return reader.read(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the value '" + text + "' of " + key + " is not " + name + ": " + e.getMessage(), e);
        }
    }

    static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("write true or false");
        };
    }

    static <E> OptionKind<List<E>> listOf(OptionKind<E> element) {
        return new OptionKind<>("a list of " + element.name(), List.class, text -> {
            List<E> values = new ArrayList<>();
            for (String part : text.split(";")) {
                if (!part.isBlank()) {
                    values.add(element.of("an item", part));
                }
            }
            return values;
        });
    }

    static Map<String, String> map(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String entry : text.split(",")) {
            int colon = entry.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("write key:value,key:value");
            }
            values.put(
                    entry.substring(0, colon).trim(), entry.substring(colon + 1).trim());
        }
        return values;
    }
}
