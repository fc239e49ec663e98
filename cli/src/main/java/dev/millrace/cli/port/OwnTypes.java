package dev.millrace.cli.port;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The types that the ported sources declare themselves, some of them in packages named like those of the known API. */
final class OwnTypes {

    private final Set<String> names = new TreeSet<>();
    private final Set<String> packages = new TreeSet<>();

    /** Notes the top-level types of a source. */
    void add(List<Token> tokens) {
        String place = packageOf(tokens).orElse("");
        packages.add(place);
        int depth = 0;
        boolean announced = false;
        for (Token token : tokens) {
            if (token.isSign('{')) {
                depth++;
            } else if (token.isSign('}')) {
                depth--;
            } else if (token.isWord() && depth == 0) {
                if (announced) {
                    names.add(place.isEmpty() ? token.text() : place + "." + token.text());
                }
                announced = Set.of("class", "interface", "enum", "record").contains(token.text());
            }
        }
    }

    static Optional<String> packageOf(List<Token> tokens) {
        StringBuilder name = null;
        for (Token token : tokens) {
            if (name != null && token.isSign(';')) {
                return Optional.of(name.toString());
            }
            if (name != null && !token.isBlank()) {
                name.append(token.text());
            }
            if (name == null && token.isWord()) {
                if (token.text().equals("import") || token.text().equals("class")) {
                    return Optional.empty();
                }
                name = token.text().equals("package") ? new StringBuilder() : null;
            }
        }
        return Optional.empty();
    }

    boolean declares(String dotted) {
        return names.contains(dotted);
    }

    /** Whether a dotted name is one of these types, a part of one, or a package of them. */
    boolean covers(String dotted) {
        String name = dotted;
        while (!name.isEmpty()) {
            if (names.contains(name)) {
                return true;
            }
            name = NameMap.parent(name);
        }
        return packages.contains(dotted);
    }
}
