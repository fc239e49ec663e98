package dev.millrace.core.type;

import dev.millrace.core.row.Row;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.CodecException;
import dev.millrace.core.type.generate.ObjectCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks a value that could not be handled, after the fact, to say where in it the trouble is. */
final class Diagnosis {

    /** Steps of a path that are shown at its start and at its end; a chain of hundreds is cut. */
    private static final int STEPS_SHOWN_MAX = 8;

    private final JobTypes types;
    private final boolean asKey;
    private final Map<Object, Integer> onPath = new IdentityHashMap<>();
    private final List<String> path = new ArrayList<>();

    /** {@code asKey}: look for what has no hash, not for what cannot be written. */
    Diagnosis(JobTypes types, boolean asKey) {
        this.types = types;
        this.asKey = asKey;
    }

    TypeException explain(Object root, RuntimeException failure) {
        path.add(ClassNames.brief(root.getClass()));
        String found = find(root);
        return new TypeException(found != null ? found : shown() + ": " + failure.getMessage(), failure);
    }

    private String find(Object value) {
        if (value == null) {
            return null;
        }
        if (value.getClass() == Object.class) {
            return !asKey ? null : shown() + ": " + AnyCodec.NOTHING;
        }
        Codec codec;
        try {
            codec = types.codec(value.getClass());
        } catch (TypeException | CodecException e) {
            String name = ClassNames.brief(value.getClass());
            String message = e.getMessage();
            return message.startsWith(name) ? shown() + message.substring(name.length()) : shown() + ": " + message;
        }
        if (asKey && codec.noKey() != null) {
            return path.size() == 1 ? codec.noKey() : shown() + ": " + codec.noKey();
        }
        if (codec.immutable()) {
            return null;
        }
        Integer earlier = onPath.putIfAbsent(value, path.size());
        if (earlier != null) {
            return shown() + " is the object at " + String.join("", path.subList(0, earlier)) + " again: a cycle of "
                    + codec.valueClass().getName()
                    + " cannot be serialized; mark the back reference transient, or refer by a key";
        }
        if (path.size() > types.depthMax()) {
            return shown() + ": values may be nested " + types.depthMax()
                    + " references deep; use a list instead of a chain, or raise TypeOptions.withDepthMax";
        }
        String found = inside(value, codec);
        onPath.remove(value);
        return found;
    }

    private String inside(Object value, Codec codec) {
        if (codec instanceof ObjectCodec object) {
            Object[] values = object.values(value);
            String found = null;
            for (int i = 0; found == null && i < values.length; i++) {
                found = step("." + object.plan().fields().get(i).name(), values[i]);
            }
            return found;
        }
        if (value instanceof Object[] array) {
            return elements(Arrays.asList(array));
        }
        if (value instanceof Collection<?> collection) {
            return elements(collection);
        }
        if (value instanceof Map<?, ?> map) {
            String found = elements(map.keySet());
            return found != null ? found : elements(map.values());
        }
        if (value instanceof Optional<?> optional) {
            return step(".get()", optional.orElse(null));
        }
        return value instanceof Row row ? fields(row) : null;
    }

    private String fields(Row row) {
        String found = null;
        if (row.getFieldNames(false) == null) {
            for (int i = 0; found == null && i < row.getArity(); i++) {
                found = step("[" + i + "]", row.getField(i));
            }
            return found;
        }
        for (String name : row.getFieldNames(false)) {
            found = found != null ? found : step("." + name, row.getField(name));
        }
        return found;
    }

    private String elements(Collection<?> elements) {
        int i = 0;
        for (Object element : elements) {
            String found = step("[" + i++ + "]", element);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private String step(String name, Object value) {
        path.add(name);
        String found = find(value);
        path.remove(path.size() - 1);
        return found;
    }

    private String shown() {
        int size = path.size();
        return size <= 2 * STEPS_SHOWN_MAX
                ? String.join("", path)
                : String.join("", path.subList(0, STEPS_SHOWN_MAX)) + "…"
                        + String.join("", path.subList(size - STEPS_SHOWN_MAX, size));
    }
}
