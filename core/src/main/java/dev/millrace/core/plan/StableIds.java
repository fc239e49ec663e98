package dev.millrace.core.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Gives each step the id under which its state is kept. An explicit uid decides alone. A default id comes from the kind of
 * step and the ids of the nearest steps with state before it: steps without state are transparent, so inserting one
 * changes no other id. Identical siblings are told apart by an ordinal, and marked.
 */
final class StableIds {

    /** An id, and whether it rests on an ordinal. */
    record Id(String value, boolean ambiguous) {}

    private final Map<Step, Id> ids = new IdentityHashMap<>();
    private final Map<String, Step> owners = new LinkedHashMap<>();

    /** The ids of steps that stand in the order in which data passes them. */
    static StableIds of(List<Step> steps) {
        StableIds stable = new StableIds();
        stable.explicit(steps);
        stable.defaults(steps);
        return stable;
    }

    Id of(Step step) {
        return ids.get(step);
    }

    private void explicit(List<Step> steps) {
        for (Step step : steps) {
            String id =
                    step.uidHash() != null ? step.uidHash() : step.uid() == null ? null : digest("uid " + step.uid());
            if (id != null) {
                Step other = owners.putIfAbsent(id, step);
                if (other != null) {
                    throw new IllegalArgumentException("two operators have the uid '" + step.uid() + "': "
                            + other.name() + " and " + step.name() + "; give each its own");
                }
                ids.put(step, new Id(id, false));
            }
        }
    }

    private void defaults(List<Step> steps) {
        Map<String, Integer> siblings = new LinkedHashMap<>();
        Map<Step, String> descriptions = new IdentityHashMap<>();
        for (Step step : steps) {
            if (!ids.containsKey(step)) {
                String description = description(step);
                int ordinal = siblings.merge(description, 1, Integer::sum) - 1;
                descriptions.put(step, description);
                String id = digest(ordinal == 0 ? description : description + " #" + ordinal);
                ids.put(step, new Id(id, false));
            }
        }
        for (Map.Entry<Step, String> entry : descriptions.entrySet()) {
            if (siblings.get(entry.getValue()) > 1) {
                ids.put(entry.getKey(), new Id(ids.get(entry.getKey()).value(), true));
            }
        }
    }

    private String description(Step step) {
        StringBuilder text = new StringBuilder(step.isStateful() ? "stateful " : "stateless ").append(step.kind());
        for (Step.Input input : step.inputs()) {
            SortedSet<String> anchors = new TreeSet<>();
            anchors(input, anchors);
            text.append(" input ").append(input.input()).append(anchors);
        }
        return text.toString();
    }

    /** The ids of the nearest steps with state at or before an input. */
    private void anchors(Step.Input input, SortedSet<String> anchors) {
        Step from = input.from();
        if (from.isStateful()) {
            anchors.add(ids.get(from).value()
                    + (input.tag() == null ? "" : " side " + input.tag().getId()));
        } else {
            from.inputs().forEach(further -> anchors(further, anchors));
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }
}
