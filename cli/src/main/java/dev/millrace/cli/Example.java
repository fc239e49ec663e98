package dev.millrace.cli;

import dev.millrace.core.option.Suggestion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A program that a jar of the class path offers by name, in a line {@code name TAB class TAB sentence} of its {@code
 * META-INF/millrace/examples}.
 */
record Example(String name, String mainClass, String sentence) {

    private static final String INDEX = "META-INF/millrace/examples";

    /** All examples, in the order of names. */
    static List<Example> all(ClassLoader classes) throws IOException {
        List<Example> found = new ArrayList<>();
        for (URL index : Collections.list(classes.getResources(INDEX))) {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] parts = line.split("\t");
                    found.add(new Example(parts[0], parts[1], parts[2]));
                }
            }
        }
        found.sort(Comparator.comparing(Example::name));
        return found;
    }

    /** The example of a name; an unknown name is an error that suggests one. */
    static Example named(String name, ClassLoader classes) throws IOException {
        List<Example> all = all(classes);
        for (Example example : all) {
            if (example.name.equals(name)) {
                return example;
            }
        }
        List<String> known = all.stream().map(Example::name).toList();
        String suggestion = Suggestion.nearest(name, known)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
        throw new IllegalArgumentException(
                "No example is called '" + name + "'" + suggestion + "\nThere are: " + String.join(", ", known));
    }
}
