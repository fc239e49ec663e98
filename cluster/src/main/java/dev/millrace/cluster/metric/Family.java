package dev.millrace.cluster.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All samples of one metric in the text format of Prometheus, version 0.0.4: a line of help, one of type, one for each
 * sample. (Prometheus documentation, Exposition formats.)
 */
final class Family {

    private final String name;
    private final String type;
    private final String help;
    private final List<String> samples = new ArrayList<>();

    Family(String name, String type, String help) {
        this.name = name;
        this.type = type;
        this.help = help;
    }

    String type() {
        return type;
    }

    /** Adds a sample. */
    Family add(Map<String, String> labels, double value) {
        return add("", labels, value);
    }

    /** Adds a sample whose name has an ending, as the count of a summary has. */
    Family add(String ending, Map<String, String> labels, double value) {
        StringBuilder line = new StringBuilder(name).append(ending);
        String separator = "{";
        for (Map.Entry<String, String> label : labels.entrySet()) {
            line.append(separator)
                    .append(label.getKey())
                    .append("=\"")
                    .append(escaped(label.getValue()))
                    .append('"');
            separator = ",";
        }
        samples.add(line.append(labels.isEmpty() ? " " : "} ")
                .append(number(value))
                .append('\n')
                .toString());
        return this;
    }

    void writeTo(StringBuilder text) {
        if (!samples.isEmpty()) {
            text.append("# HELP ")
                    .append(name)
                    .append(' ')
                    .append(help.replace("\\", "\\\\").replace("\n", "\\n"));
            text.append("\n# TYPE ").append(name).append(' ').append(type).append('\n');
            samples.forEach(text::append);
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return Double.toString(value);
    }

    /** A name as Prometheus allows it: letters, digits and underlines, no digit first. */
    static String name(String any) {
        String allowed = any.replaceAll("[^a-zA-Z0-9_]", "_");
        return allowed.isEmpty() || Character.isDigit(allowed.charAt(0)) ? "_" + allowed : allowed;
    }
}
