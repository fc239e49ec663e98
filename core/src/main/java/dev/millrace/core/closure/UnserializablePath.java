package dev.millrace.core.closure;

import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;

/** Walks what a function holds, to find the path of fields to the first value that cannot be serialized. */
final class UnserializablePath {

    private static final int DEPTH_MAX = 200;

    private final Map<Object, Boolean> seen = new IdentityHashMap<>();

    /** What is wrong and what to do, or null when the walk finds nothing. */
    String find(Object function) {
        String path = Closures.name(function);
        if (!(function instanceof Serializable)) {
            return path + " is not Serializable; let its class implement Serializable";
        }
        return walk(function, path, 0);
    }

    private String walk(Object value, String path, int depth) {
        if (value == null || depth > DEPTH_MAX || seen.put(value, true) != null) {
            return null;
        }
        if (!(value instanceof Serializable)) {
            return complaint(value, path);
        }
        SerializedLambda lambda = Lambdas.of(value);
        if (lambda != null) {
            return captured(lambda, path, depth);
        }
        if (value instanceof Object[] array) {
            return items(Arrays.asList(array).iterator(), path, depth);
        }
        if (value instanceof Collection<?> collection) {
            return items(collection.iterator(), path, depth);
        }
        if (value instanceof Map<?, ?> map) {
            String found = items(map.keySet().iterator(), path + ".keys", depth);
            return found != null ? found : items(map.values().iterator(), path + ".values", depth);
        }
        return fields(value, path, depth);
    }

    private static String complaint(Object value, String path) {
        String type = value.getClass().getName();
        String remedy = path.matches(".*[.](this\\$\\d+|this)")
                ? "copy what you need of it into a local variable or make the function a static class"
                : "make it transient and open it in open()";
        return path + ": " + type + " is not Serializable; " + remedy;
    }

    private String captured(SerializedLambda lambda, String path, int depth) {
        String owner = lambda.getCapturingClass().replace('/', '.');
        for (int place = 0; place < lambda.getCapturedArgCount(); place++) {
            Object value = lambda.getCapturedArg(place);
            boolean isThis =
                    place == 0 && value != null && value.getClass().getName().equals(owner);
            String found = walk(value, path + (isThis ? ".this" : ".captured[" + place + "]"), depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private String items(Iterator<?> items, String path, int depth) {
        for (int place = 0; items.hasNext(); place++) {
            String found = walk(items.next(), path + "[" + place + "]", depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private String fields(Object value, String path, int depth) {
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().startsWith("java.") || !Serializable.class.isAssignableFrom(type)) {
                return null;
            }
            for (Field field : type.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                boolean held = !Modifier.isStatic(modifiers) && !Modifier.isTransient(modifiers);
                if (held && !field.getType().isPrimitive()) {
                    String found = walk(read(field, value), path + "." + name(field), depth + 1);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private static String name(Field field) {
        return field.isSynthetic() && field.getName().startsWith("val$")
                ? field.getName().substring("val$".length())
                : field.getName();
    }

    private static Object read(Field field, Object value) {
        try {
            field.setAccessible(true);
            return field.get(value);
        } catch (IllegalAccessException | InaccessibleObjectException e) {
            return null; // what cannot be looked at is left to the trial's own message
        }
    }
}
