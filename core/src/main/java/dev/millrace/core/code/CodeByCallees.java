package dev.millrace.core.code;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The classes that stand for one, by their callees, which they do not keep alive. They stay as long as their callees, so that
 * the next job of a program finds them compiled. Thread-safe.
 */
final class CodeByCallees {

    /** Callees, by identity; equal to another one only while all of them live. */
    private static final class Callees {
        private final List<WeakReference<Class<?>>> classes = new ArrayList<>();
        private final int hash;

        Callees(List<Class<?>> classes) {
            classes.forEach(one -> this.classes.add(new WeakReference<>(one)));
            hash = classes.hashCode();
        }

        boolean isGone() {
            return classes.stream().anyMatch(one -> one.get() == null);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Callees callees) || callees.classes.size() != classes.size()) {
                return false;
            }
            for (int i = 0; i < classes.size(); i++) {
                Class<?> one = classes.get(i).get();
                if (one == null || one != callees.classes.get(i).get()) {
                    return false;
                }
            }
            return true;
        }
    }

    /** How many combinations are remembered; programs have some tens. */
    private static final int COPIES_MAX = 1024;

    private final Class<?> original;
    private final Map<Callees, Class<?>> copies = new LinkedHashMap<>();

    /**
     * @param original the class for the first callees, or null when there is none
     */
    CodeByCallees(Class<?> original) {
        this.original = original;
    }

    synchronized Class<?> get(List<Class<?>> callees, Supplier<Class<?>> newCopy) {
        Callees key = new Callees(callees);
        Class<?> copy = copies.get(key);
        if (copy == null) {
            copies.keySet().removeIf(Callees::isGone);
            if (copies.size() == COPIES_MAX) {
                copies.remove(copies.keySet().iterator().next());
            }
            boolean free = original != null && !copies.containsValue(original);
            copy = free ? original : newCopy.get();
            copies.put(key, copy);
        }
        return copy;
    }
}
