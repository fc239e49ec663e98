package dev.millrace.cli.port;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the imports of one source become, and which of their classes its simple names mean. */
final class Imports {

    /** Their marks of what is stable; they mean nothing to a program, and go. */
    private static final String ANNOTATIONS = NameMap.THEIRS + ".annotation";

    private final NameMap map;
    private final OwnTypes own;
    private final String file;
    private final String place;
    private final Set<String> used;
    private final Set<String> explicit;
    private final Map<String, String> meant = new HashMap<>();
    private final Map<Integer, String> replaced = new HashMap<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private final TreeSet<String> added = new TreeSet<>();
    private final Set<String> dropped = new HashSet<>();
    private int names;

    private Imports(NameMap map, OwnTypes own, String file, List<Token> tokens, List<ImportLine> lines) {
        this.map = map;
        this.own = own;
        this.file = file;
        this.place = OwnTypes.packageOf(tokens).orElse("");
        this.used = tokens.stream().filter(Token::isWord).map(Token::text).collect(Collectors.toSet());
        this.explicit = lines.stream()
                .filter(line -> !line.all() && !line.isStatic())
                .map(line -> NameMap.simple(line.name()))
                .collect(Collectors.toSet());
    }

    static Imports of(NameMap map, OwnTypes own, String file, List<Token> tokens) {
        List<ImportLine> lines = ImportLine.in(tokens);
        Imports imports = new Imports(map, own, file, tokens, lines);
        for (ImportLine line : lines) {
            if (line.isTheirs()) {
                imports.replaced.put(line.first(), imports.replace(line, line.original(tokens)));
            }
        }
        if (imports.place.startsWith(NameMap.THEIRS)) {
            imports.visible(imports.place).values().forEach(imports::addOwnPackage);
        }
        return imports;
    }

    /** The text that stands for the import beginning at a place, or null when it stays. */
    String at(int first) {
        return replaced.get(first);
    }

    /** Their class that a simple name means in this source, or null. */
    String meaning(String simple) {
        return meant.get(simple);
    }

    /** Whether an annotation of this simple name goes. */
    boolean drops(String simple) {
        return dropped.contains(simple);
    }

    /** Imports of what needed none before: it lay in the source's own package. */
    List<String> added() {
        return List.copyOf(added);
    }

    List<Complaint> complaints() {
        return complaints;
    }

    int names() {
        return names;
    }

    private String replace(ImportLine line, String text) {
        if (line.isStatic()) {
            return member(line, text);
        }
        if (line.all()) {
            return everything(line, text);
        }
        if (own.covers(line.name())) {
            return text;
        }
        if (NameMap.parent(line.name()).equals(ANNOTATIONS)) {
            dropped.add(NameMap.simple(line.name()));
            names++;
            return "";
        }
        return map.ours(line.name())
                .map(ours -> {
                    note(line.name());
                    return ImportLine.text(ours);
                })
                .orElseGet(() -> left(line, line.name(), text));
    }

    private String member(ImportLine line, String text) {
        String owner = line.all() ? line.name() : NameMap.parent(line.name());
        if (own.covers(owner)) {
            return text;
        }
        String rest = line.name().substring(owner.length()) + (line.all() ? ".*" : "");
        return map.ours(owner)
                .map(ours -> {
                    names++;
                    return ImportLine.text("static " + ours + rest);
                })
                .orElseGet(() -> left(line, owner, text));
    }

    /** A star becomes the names that are used: classes that lay in one package may lie in several of ours. */
    private String everything(ImportLine line, String text) {
        Map<String, String> visible = visible(line.name());
        List<String> lost = map.remarked(line.name()).entrySet().stream()
                .filter(entry -> isFree(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        lost.forEach(name -> complain(line, name));
        boolean known = !map.members(line.name()).isEmpty()
                || !map.remarked(line.name()).isEmpty();
        if (!known && !own.covers(line.name())) {
            return left(line, line.name() + ".*", text);
        }
        TreeSet<String> single = new TreeSet<>();
        visible.values().forEach(theirs -> {
            note(theirs);
            single.add(ImportLine.text(map.ours(theirs).orElseThrow()));
        });
        if (own.covers(line.name()) || !lost.isEmpty()) {
            single.add(text);
        }
        return String.join("\n", single);
    }

    /** Mapped classes of a package or within a class that this source uses by simple name. */
    private Map<String, String> visible(String parent) {
        Map<String, String> found = new TreeMap<>();
        map.members(parent).forEach((simple, theirs) -> {
            if (isFree(simple) && !own.declares(theirs)) {
                found.put(simple, theirs);
            }
        });
        return found;
    }

    /** Whether a simple name is used and means nothing nearer. */
    private boolean isFree(String simple) {
        return used.contains(simple)
                && !explicit.contains(simple)
                && !own.declares(place.isEmpty() ? simple : place + "." + simple);
    }

    private void addOwnPackage(String theirs) {
        note(theirs);
        added.add(ImportLine.text(map.ours(theirs).orElseThrow()));
    }

    private void note(String theirs) {
        names++;
        meant.put(NameMap.simple(theirs), theirs);
    }

    private String left(ImportLine line, String name, String text) {
        complain(line, name);
        return text;
    }

    private void complain(ImportLine line, String name) {
        complaints.add(new Complaint(file, line.line(), name, map.remark(name)));
    }
}
