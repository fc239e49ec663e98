package dev.millrace.cluster.protocol;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes records by their components, in order: primitives as they are; everything else behind a byte that is 0 for
 * null; texts, bytes and lists behind their length; maps as keys and values in their order; enums by name; a case of a
 * sealed interface behind its simple name. Nothing else may be a component.
 */
final class RecordCodec {

    private static final int LENGTH_MAX = 1 << 30;

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> record) {
            return Shape.of(record);
        }
    };

    /**
     * Per sealed type its records by their names, and none for other types. It is asked for each record of each message, and
     * the JDK finds out anew each time.
     */
    private static final ClassValue<Map<String, Class<?>>> KINDS = new ClassValue<>() {
        @Override
        protected Map<String, Class<?>> computeValue(Class<?> type) {
            Map<String, Class<?>> byName = new TreeMap<>();
            if (type.isSealed()) {
                gather(type, byName);
            }
            return byName;
        }
    };

    /** How a record is taken apart and put together. */
    private record Shape(Type[] types, Method[] accessors, Constructor<?> constructor) {

        static Shape of(Class<?> record) {
            RecordComponent[] components = record.getRecordComponents();
            Type[] types = new Type[components.length];
            Class<?>[] raw = new Class<?>[components.length];
            Method[] accessors = new Method[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getGenericType();
                raw[i] = components[i].getType();
                accessors[i] = components[i].getAccessor();
                accessors[i].setAccessible(true);
            }
            try {
                Constructor<?> constructor = record.getDeclaredConstructor(raw);
                constructor.setAccessible(true);
                return new Shape(types, accessors, constructor);
            } catch (NoSuchMethodException impossible) {
                throw new AssertionError(record + " has no canonical constructor", impossible);
            }
        }
    }

    void write(Type type, Object value, BytesOutput out) {
        if (type == long.class) {
            out.writeLong((Long) value);
        } else if (type == int.class) {
            out.writeInt((Integer) value);
        } else if (type == boolean.class) {
            out.writeBoolean((Boolean) value);
        } else if (type == double.class) {
            out.writeDouble((Double) value);
        } else {
            out.writeBoolean(value != null);
            if (value != null) {
                writePresent(type, value, out);
            }
        }
    }

    private void writePresent(Type type, Object value, BytesOutput out) {
        if (value instanceof String text) {
            out.writeText(text);
        } else if (value instanceof Long number) {
            out.writeLong(number);
        } else if (value instanceof Integer number) {
            out.writeInt(number);
        } else if (value instanceof byte[] bytes) {
            out.writeVarInt(bytes.length);
            out.write(bytes);
        } else if (value instanceof Enum<?> constant) {
            out.writeText(constant.name());
        } else if (value instanceof List<?> list) {
            out.writeVarInt(list.size());
            list.forEach(item -> write(argument(type, 0), item, out));
        } else if (value instanceof Map<?, ?> map) {
            out.writeVarInt(map.size());
            map.forEach((key, item) -> {
                write(argument(type, 0), key, out);
                write(argument(type, 1), item, out);
            });
        } else if (value instanceof Record record) {
            writeRecord(type, record, out);
        } else {
            throw new IllegalArgumentException(
                    "a message cannot hold a " + value.getClass().getName());
        }
    }

    private void writeRecord(Type type, Record record, BytesOutput out) {
        Class<?> kind = record.getClass();
        if (isSealed(raw(type))) {
            out.writeText(kind.getSimpleName());
        }
        Shape shape = SHAPES.get(kind);
        for (int i = 0; i < shape.types.length; i++) {
            try {
                write(shape.types[i], shape.accessors[i].invoke(record), out);
            } catch (ReflectiveOperationException impossible) {
                throw new AssertionError("the accessor of a record failed: " + shape.accessors[i], impossible);
            }
        }
    }

    Object read(Type type, BytesInput in) throws IOException {
        if (type == long.class) {
            return in.readLong();
        } else if (type == int.class) {
            return in.readInt();
        } else if (type == boolean.class) {
            return in.readBoolean();
        } else if (type == double.class) {
            return in.readDouble();
        }
        return in.readBoolean() ? readPresent(type, raw(type), in) : null;
    }

    private Object readPresent(Type type, Class<?> raw, BytesInput in) throws IOException {
        if (raw == String.class) {
            return in.readText();
        } else if (raw == Long.class) {
            return in.readLong();
        } else if (raw == Integer.class) {
            return in.readInt();
        } else if (raw == byte[].class) {
            byte[] bytes = new byte[length(in)];
            in.readFully(bytes);
            return bytes;
        } else if (raw.isEnum()) {
            return constant(raw, in.readText());
        } else if (raw == List.class) {
            return list(type, in);
        } else if (raw == Map.class) {
            return map(type, in);
        }
        return record(isSealed(raw) ? permitted(raw, in.readText()) : raw, in);
    }

    private static Object constant(Class<?> raw, String name) throws IOException {
        for (Object constant : raw.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IOException("unknown " + raw.getSimpleName() + " '" + name + "'; run the same release on all nodes");
    }

    private List<Object> list(Type type, BytesInput in) throws IOException {
        int size = length(in);
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(read(argument(type, 0), in));
        }
        return Collections.unmodifiableList(list);
    }

    private Map<Object, Object> map(Type type, BytesInput in) throws IOException {
        int size = length(in);
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Object key = read(argument(type, 0), in);
            map.put(key, read(argument(type, 1), in));
        }
        return Collections.unmodifiableMap(map);
    }

    private Object record(Class<?> kind, BytesInput in) throws IOException {
        Shape shape = SHAPES.get(kind);
        Object[] components = new Object[shape.types.length];
        for (int i = 0; i < components.length; i++) {
            components[i] = read(shape.types[i], in);
        }
        try {
            return shape.constructor.newInstance(components);
        } catch (ReflectiveOperationException broken) {
            throw new IOException("cannot make a " + kind.getSimpleName() + " of a message's bytes", broken);
        }
    }

    private static Class<?> permitted(Class<?> sealed, String name) throws IOException {
        Class<?> found = KINDS.get(sealed).get(name);
        if (found == null) {
            throw new IOException(
                    "unknown " + sealed.getSimpleName() + " '" + name + "'; run the same release on all nodes");
        }
        return found;
    }

    private static boolean isSealed(Class<?> type) {
        return !KINDS.get(type).isEmpty();
    }

    private static void gather(Class<?> sealed, Map<String, Class<?>> byName) {
        for (Class<?> kind : sealed.getPermittedSubclasses()) {
            if (kind.isSealed()) {
                gather(kind, byName);
            } else {
                byName.putIfAbsent(kind.getSimpleName(), kind);
            }
        }
    }

    private static int length(BytesInput in) throws IOException {
        int length = in.readVarInt();
        if (length < 0 || length > Math.min(LENGTH_MAX, in.remaining())) {
            throw new IOException(
                    "a message with a length of " + length + " where " + in.remaining() + " bytes are left");
        }
        return length;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }
}
