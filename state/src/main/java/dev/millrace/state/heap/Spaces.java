package dev.millrace.state.heap;

import dev.millrace.core.type.TypeSystem;
import java.util.ArrayList;
import java.util.List;

/** All key spaces of a store: the plain one, and one for each name of namespaces. Owned by the operator's thread. */
final class Spaces {

    private final Selection selection;
    private final GroupLookup groups;
    private final TypeSystem types;
    private final Versions versions;
    private final Values identities;
    private final KeySpace plain;
    private final List<KeySpace> namespaced = new ArrayList<>();

    Spaces(Selection selection, GroupLookup groups, TypeSystem types, Versions versions, Values identities) {
        this.selection = selection;
        this.groups = groups;
        this.types = types;
        this.versions = versions;
        this.identities = identities;
        this.plain = space(KeySpace.PLAIN);
    }

    KeySpace plain() {
        return plain;
    }

    /** The spaces with namespaces, in the order of making; grows. */
    List<KeySpace> namespaced() {
        return namespaced;
    }

    /** All spaces, the plain one first. */
    List<KeySpace> all() {
        List<KeySpace> all = new ArrayList<>(namespaced);
        all.add(0, plain);
        return all;
    }

    KeySpace namespaced(String name) {
        if (name.equals(KeySpace.PLAIN)) {
            throw new IllegalArgumentException(
                    "The name of namespaces is empty; give one that is unique in its operator");
        }
        for (KeySpace space : namespaced) {
            if (space.name().equals(name)) {
                return space;
            }
        }
        KeySpace space = space(name);
        namespaced.add(space);
        return space;
    }

    /** The space of a name, the plain one for {@link KeySpace#PLAIN}. */
    KeySpace named(String name) {
        return name.equals(KeySpace.PLAIN) ? plain : namespaced(name);
    }

    private KeySpace space(String name) {
        return new KeySpace(name, selection, groups, types, versions, identities);
    }
}
