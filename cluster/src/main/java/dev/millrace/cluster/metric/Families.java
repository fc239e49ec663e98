package dev.millrace.cluster.metric;

import java.util.LinkedHashMap;
import java.util.Map;

/** The metrics of a page, each once, in the order in which they came. */
final class Families {

    private final Map<String, Family> byName = new LinkedHashMap<>();

    /**
     * A metric of a name.
     *
     * @param type {@code counter}, {@code gauge} or {@code summary}; where the name is one of another type already, the type is
     *     added to it
     */
    Family of(String name, String type, String help) {
        Family family = byName.computeIfAbsent(name, absent -> new Family(name, type, help));
        return family.type().equals(type)
                ? family
                : byName.computeIfAbsent(name + "_" + type, absent -> new Family(name + "_" + type, type, help));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        byName.values().forEach(family -> family.writeTo(text));
        return text.toString();
    }

    /** Labels in the order given: names and values by turns. */
    static Map<String, String> labels(Map<String, String> before, String... more) {
        Map<String, String> labels = new LinkedHashMap<>(before);
        for (int i = 0; i < more.length; i += 2) {
            labels.put(more[i], more[i + 1]);
        }
        return labels;
    }
}
