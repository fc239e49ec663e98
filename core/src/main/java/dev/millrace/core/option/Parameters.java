package dev.millrace.core.option;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads typed values out of named texts, and remembers which names were asked for. */
final class Parameters implements Serializable {

    static final String NO_VALUE = "__NO_VALUE_KEY";

    private final LinkedHashMap<String, List<String>> texts;
    private final Set<String> unrequested;

    Parameters(LinkedHashMap<String, List<String>> texts) {
        this.texts = texts;
        this.unrequested = new LinkedHashSet<>(texts.keySet());
    }

    /** Reads {@code --name value}, {@code -name value} and {@code --flag}; a negative number is a value, not a name. */
    static Parameters fromArguments(String[] arguments) {
        LinkedHashMap<String, List<String>> texts = new LinkedHashMap<>();
        int at = 0;
        while (at < arguments.length) {
            String name = name(arguments, at++);
            boolean hasValue = at < arguments.length && !isName(arguments[at]);
            texts.computeIfAbsent(name, n -> new ArrayList<>()).add(hasValue ? arguments[at++] : NO_VALUE);
        }
        return new Parameters(texts);
    }

    private static String name(String[] arguments, int at) {
        String argument = arguments[at];
        String name = argument.startsWith("--")
                ? argument.substring(2)
                : argument.startsWith("-") ? argument.substring(1) : null;
        if (name == null) {
            throw new IllegalArgumentException("argument " + (at + 1) + ", '" + argument
                    + "', is not a name; write --name value: " + String.join(" ", arguments));
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    "argument " + (at + 1) + " has no name after its dashes: " + String.join(" ", arguments));
        }
        return name;
    }

    private static boolean isName(String argument) {
        return argument.startsWith("--")
                || argument.startsWith("-") && !argument.matches("-\\.?\\d.*|-(?i:infinity|nan)");
    }

    boolean has(String name) {
        unrequested.remove(name);
        return texts.containsKey(name);
    }

    /** The last value given for a name, or null. */
    String get(String name) {
        List<String> values = all(name);
        return values == null ? null : values.get(values.size() - 1);
    }

    List<String> all(String name) {
        unrequested.remove(name);
        return texts.get(name);
    }

    String required(String name) {
        String value = get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for the required parameter '" + name + "'; give --" + name);
        }
        return value;
    }

    <T> T read(String name, String what, java.util.function.Function<String, T> reader) {
        String text = required(name);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the value '" + text + "' of --" + name + " is not " + what, e);
        }
    }

    Set<String> unrequested() {
        return Collections.unmodifiableSet(unrequested);
    }

    Set<String> names() {
        return Collections.unmodifiableSet(texts.keySet());
    }

    int size() {
        return texts.size();
    }

    Map<String, String> lastOfEach() {
        Map<String, String> map = new LinkedHashMap<>();
        texts.forEach((name, values) -> map.put(name, values.get(values.size() - 1)));
        return map;
    }
}
