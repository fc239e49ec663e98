package dev.millrace.stream.field;

import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.row.Row;
import dev.millrace.core.tuple.Tuple;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;

/** One field of one class: how to read it, and how to have another value in it. */
sealed interface FieldOfClass {

    Class<?> owner();

    Object get(Object record);

    /** The record with another value: changed, or a new one when it cannot be changed. */
    Object with(Object record, Object value);

    static FieldOfClass self(Class<?> owner) {
        return new Self(owner);
    }

    /**
     * The field of a name or position.
     *
     * @param expression the whole expression, for errors
     */
    static FieldOfClass of(Object record, String name, String expression) {
        Class<?> owner = record.getClass();
        boolean isPosition = name.chars().allMatch(Character::isDigit);
        if (record instanceof Tuple tuple) {
            int position = isPosition ? Integer.parseInt(name) : tuplePosition(name);
            require(position >= 0 && position < tuple.getArity(), owner, name, expression);
            return new OfTuple(owner, position);
        }
        if (record instanceof Row) {
            return isPosition ? new OfRow(owner, Integer.parseInt(name), null) : new OfRow(owner, 0, name);
        }
        if (owner.isArray()) {
            require(isPosition, owner, name, expression);
            return new OfArray(owner, Integer.parseInt(name));
        }
        if (owner.isRecord()) {
            return OfRecord.of(owner, name, isPosition, expression);
        }
        if (name.equals("0") && owner.getName().startsWith("java.")) {
            return new Self(owner);
        }
        require(!isPosition, owner, name, expression);
        return OfObject.of(owner, name, expression);
    }

    private static int tuplePosition(String name) {
        return name.matches("f\\d{1,2}") ? Integer.parseInt(name.substring(1)) : -1;
    }

    private static void require(boolean condition, Class<?> owner, String name, String expression) {
        if (!condition) {
            throw new InvalidProgramException("there is no field '" + name + "' in " + owner.getName()
                    + (expression.equals(name) ? "" : " (in '" + expression + "')")
                    + "; name a field that it has, or use a KeySelector or a function of your own");
        }
    }

    record Self(Class<?> owner) implements FieldOfClass {

        @Override
        public Object get(Object record) {
            return record;
        }

        @Override
        public Object with(Object record, Object value) {
            return value;
        }
    }

    record OfTuple(Class<?> owner, int position) implements FieldOfClass {

        @Override
        public Object get(Object record) {
            return ((Tuple) record).getField(position);
        }

        @Override
        public Object with(Object record, Object value) {
            ((Tuple) record).setField(value, position);
            return record;
        }
    }

    record OfRow(Class<?> owner, int position, String name) implements FieldOfClass {

        @Override
        public Object get(Object record) {
            return name == null ? ((Row) record).getField(position) : ((Row) record).getField(name);
        }

        @Override
        public Object with(Object record, Object value) {
            if (name == null) {
                ((Row) record).setField(position, value);
            } else {
                ((Row) record).setField(name, value);
            }
            return record;
        }
    }

    record OfArray(Class<?> owner, int position) implements FieldOfClass {

        @Override
        public Object get(Object record) {
            return Array.get(record, position);
        }

        @Override
        public Object with(Object record, Object value) {
            Array.set(record, position, value);
            return record;
        }
    }

    /** A component of a record; another value means another record. */
    record OfRecord(Class<?> owner, int position, MethodHandle[] readers, MethodHandle constructor)
            implements FieldOfClass {

        static OfRecord of(Class<?> owner, String name, boolean isPosition, String expression) {
            RecordComponent[] components = owner.getRecordComponents();
            int position = isPosition ? Integer.parseInt(name) : -1;
            for (int place = 0; !isPosition && place < components.length; place++) {
                position = components[place].getName().equals(name) ? place : position;
            }
            require(position >= 0 && position < components.length, owner, name, expression);
            try {
                MethodHandles.Lookup lookup = MethodHandles.lookup();
                MethodHandle[] readers = new MethodHandle[components.length];
                Class<?>[] types = new Class<?>[components.length];
                for (int place = 0; place < components.length; place++) {
                    Method accessor = components[place].getAccessor();
                    accessor.setAccessible(true);
                    readers[place] =
                            lookup.unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class));
                    types[place] = components[place].getType();
                }
                var canonical = owner.getDeclaredConstructor(types);
                canonical.setAccessible(true);
                MethodHandle constructor = lookup.unreflectConstructor(canonical)
                        .asSpreader(Object[].class, types.length)
                        .asType(MethodType.methodType(Object.class, Object[].class));
                return new OfRecord(owner, position, readers, constructor);
            } catch (ReflectiveOperationException | InaccessibleObjectException e) {
                throw new InvalidProgramException("the record " + owner.getName() + " cannot be looked into", e);
            }
        }

        @Override
        public Object get(Object record) {
            return read(position, record);
        }

        @Override
        public Object with(Object record, Object value) {
            Object[] values = new Object[readers.length];
            for (int place = 0; place < values.length; place++) {
                values[place] = place == position ? value : read(place, record);
            }
            try {
                return constructor.invokeExact(values);
            } catch (Throwable e) {
                throw new IllegalStateException("the constructor of " + owner.getName() + " failed", e);
            }
        }

        private Object read(int place, Object record) {
            try {
                return readers[place].invokeExact(record);
            } catch (Throwable e) {
                throw new IllegalStateException("an accessor of " + owner.getName() + " failed", e);
            }
        }
    }

    /** A field of a plain object, public or not. */
    record OfObject(Class<?> owner, MethodHandle reader, MethodHandle writer) implements FieldOfClass {

        static OfObject of(Class<?> owner, String name, String expression) {
            Field field = null;
            for (Class<?> type = owner; field == null && type != null; type = type.getSuperclass()) {
                for (Field candidate : type.getDeclaredFields()) {
                    field = candidate.getName().equals(name) && !Modifier.isStatic(candidate.getModifiers())
                            ? candidate
                            : field;
                }
            }
            require(field != null, owner, name, expression);
            try {
                field.setAccessible(true);
                MethodHandles.Lookup lookup = MethodHandles.lookup();
                return new OfObject(
                        owner,
                        lookup.unreflectGetter(field).asType(MethodType.methodType(Object.class, Object.class)),
                        lookup.unreflectSetter(field)
                                .asType(MethodType.methodType(void.class, Object.class, Object.class)));
            } catch (IllegalAccessException | InaccessibleObjectException e) {
                throw new InvalidProgramException(
                        "the field '" + name + "' of " + owner.getName() + " cannot be read and set", e);
            }
        }

        @Override
        public Object get(Object record) {
            try {
                return reader.invokeExact(record);
            } catch (Throwable e) {
                throw new IllegalStateException("a field of " + owner.getName() + " cannot be read", e);
            }
        }

        @Override
        public Object with(Object record, Object value) {
            try {
                writer.invokeExact(record, value);
            } catch (Throwable e) {
                throw new IllegalStateException("a field of " + owner.getName() + " cannot be set", e);
            }
            return record;
        }
    }
}
