package dev.millrace.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

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
        String known = all.stream().map(Example::name).collect(Collectors.joining(", "));
        List<String> near = all.stream()
                .map(Example::name)
                .filter(candidate -> candidate.contains(name) || name.contains(candidate) || alike(name, candidate))
                .toList();
        throw new IllegalArgumentException("No example is called '" + name + "'"
                + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?")
                + "\nThere are: " + known);
    }

    /** Whether most neighbouring letters of the shorter word are neighbours in the other, too. */
    private static boolean alike(String a, String b) {
        String shorter = a.length() < b.length() ? a : b;
        String longer = shorter.equals(a) ? b : a;
        int shared = 0;
        for (int i = 1; i < shorter.length(); i++) {
            shared += longer.contains(shorter.substring(i - 1, i + 1)) ? 1 : 0;
        }
        return 2 * shared > longer.length() - 1;
    }
}
