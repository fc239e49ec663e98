package dev.millrace.core.type.codec;

import java.util.ArrayList;
import java.util.List;

/**
 * The built-in values without nested values, by the package of their class. A group is made when the first class of its
 * package is asked for, because a program that only counts words should not wait for the calendar.
 */
final class LeafGroups {

    /** Stands for the package of primitive arrays. */
    static final String ARRAYS = "[]";

    static final List<String> ALL = List.of(
            ARRAYS,
            "java.lang",
            "java.math",
            "java.util",
            "java.util.concurrent.atomic",
            "java.util.regex",
            "java.time",
            "java.sql",
            "java.net",
            "java.io");

    private LeafGroups() {}

    static List<Codec> of(String packageName, Codecs codecs) {
        return switch (packageName) {
            case ARRAYS -> joined(PrimitiveArrays.small(), PrimitiveArrays.large());
            case "java.lang" ->
                joined(PlainLeaves.boxes(), PlainLeaves.builders(), List.of(NameLeaves.classes(codecs)));
            case "java.math" -> PlainLeaves.numbers();
            case "java.util" ->
                joined(
                        PlainLeaves.ids(),
                        PlainLeaves.optionals(),
                        PlainLeaves.bits(),
                        NameLeaves.names(),
                        TimeLeaves.dates());
            case "java.util.concurrent.atomic" -> PlainLeaves.atomics();
            case "java.util.regex" -> NameLeaves.patterns();
            case "java.time" -> joined(TimeLeaves.instants(), TimeLeaves.locals(), TimeLeaves.zoned());
            case "java.sql" -> SqlLeaves.available() ? SqlLeaves.all() : List.of();
            case "java.net" -> joined(NameLeaves.links(), NameLeaves.addresses());
            case "java.io" -> NameLeaves.files();
            default -> List.of();
        };
    }

    @SafeVarargs
    private static List<Codec> joined(List<Codec>... groups) {
        List<Codec> joined = new ArrayList<>();
        for (List<Codec> group : groups) {
            joined.addAll(group);
        }
        return joined;
    }
}
