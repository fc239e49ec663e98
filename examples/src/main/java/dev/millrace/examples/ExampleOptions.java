package dev.millrace.examples;

import dev.millrace.core.option.DurationText;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The options that a user gave to an example, read from {@code --name value} or {@code --name=value}. */
final class ExampleOptions {

    private static final int SUGGESTED_EDITS_MAX = 4;

    private final Map<String, String> values = new LinkedHashMap<>();

    private ExampleOptions() {}

    /** Reads arguments; one that is unknown or without a value is an error that says what was probably meant. */
    static ExampleOptions parse(List<ExampleOption> known, String[] arguments) {
        ExampleOptions options = new ExampleOptions();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (!argument.startsWith("--")) {
                throw new IllegalArgumentException(
                        "'" + argument + "' is no option; options begin with --:\n" + list(known));
            }
            int equals = argument.indexOf('=');
            String name = argument.substring(2, equals < 0 ? argument.length() : equals);
            requireKnown(known, name);
            if (equals < 0 && (i + 1 == arguments.length || arguments[i + 1].startsWith("--"))) {
                throw new IllegalArgumentException("Option --" + name + " has no value; write --" + name + " VALUE");
            }
            options.values.put(name, equals < 0 ? arguments[++i] : argument.substring(equals + 1));
        }
        return options;
    }

    /** The list of options, one per line. */
    static String list(List<ExampleOption> known) {
        return known.stream().map(ExampleOption::toString).collect(Collectors.joining("\n"));
    }

    private static void requireKnown(List<ExampleOption> known, String name) {
        if (known.stream().anyMatch(option -> option.name().equals(name))) {
            return;
        }
        String nearest = known.stream()
                .map(ExampleOption::name)
                .min(Comparator.comparingInt(candidate -> edits(name, candidate)))
                .orElseThrow();
        String suggestion = edits(name, nearest) <= SUGGESTED_EDITS_MAX ? "; did you mean --" + nearest + "?" : "";
        throw new IllegalArgumentException("Unknown option --" + name + suggestion + "\n" + list(known));
    }

    /** The number of letters to add, drop or change that make one word of another (V. I. Levenshtein, 1966). */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, String absent) {
        return values.getOrDefault(name, absent);
    }

    /** A whole number of at least {@code min}. */
    int number(String name, int absent, int min) {
        String text = values.get(name);
        if (text == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= min) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with the bound
        }
        throw malformed(name, text, "a whole number of at least " + min);
    }

    /** A number above 0, or null. */
    Double rate(String name) {
        String text = values.get(name);
        if (text == null) {
            return null;
        }
        try {
            double rate = Double.parseDouble(text);
            if (rate > 0 && rate < Double.POSITIVE_INFINITY) {
                return rate;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw malformed(name, text, "a number above 0");
    }

    /** A duration above 0, or null. */
    Duration duration(String name) {
        String text = values.get(name);
        if (text == null) {
            return null;
        }
        try {
            Duration duration = DurationText.parse(text);
            if (duration.toMillis() > 0) {
                return duration;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw malformed(name, text, "a duration such as 500ms, 2s or 1min");
    }

    private static IllegalArgumentException malformed(String name, String text, String wanted) {
        return new IllegalArgumentException("Option --" + name + " is '" + text + "', but it has to be " + wanted);
    }
}
