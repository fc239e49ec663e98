package dev.millrace.examples;

import dev.millrace.core.option.DurationText;
import dev.millrace.core.option.Suggestion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The options that a user gave to an example, read from {@code --name value} or {@code --name=value}. */
final class ExampleOptions {

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

    /** Prints what an example does and its options, if that was asked for; the example then does nothing else. */
    static boolean printedHelp(String name, List<ExampleOption> known, String[] arguments) {
        if (!List.of(arguments).contains("--help")) {
            return false;
        }
        System.out.println("millrace example " + name + " [OPTIONS]\n\n" + list(known));
        return true;
    }

    /** The list of options, one per line. */
    static String list(List<ExampleOption> known) {
        return known.stream().map(ExampleOption::toString).collect(Collectors.joining("\n"));
    }

    private static void requireKnown(List<ExampleOption> known, String name) {
        if (known.stream().anyMatch(option -> option.name().equals(name))) {
            return;
        }
        List<String> names = known.stream().map(ExampleOption::name).toList();
        String suggestion = Suggestion.nearest(name, names)
                .map(nearest -> "; did you mean --" + nearest + "?")
                .orElse("");
        throw new IllegalArgumentException("Unknown option --" + name + suggestion + "\n" + list(known));
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
