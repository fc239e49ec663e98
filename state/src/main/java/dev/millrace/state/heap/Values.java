package dev.millrace.state.heap;

import dev.millrace.core.type.SerializerConfig;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.TypeSerializer;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.core.type.ValueType;
import dev.millrace.core.type.codec.FlatLayout;
import java.util.Optional;

/** What is known of the values of one state: how to copy them, and what kind of column they fit. Owned by the operator's thread. */
final class Values {

    private final String state;
    private final TypeSystem types;
    private final Exposures exposures;
    private final Class<?> declared;
    private final TypeSerializer<Object> serializer;
    private final boolean identities;
    private Class<?> lastClass;
    private ValueType<Object> lastType;
    private boolean lastImmutable;

    private Values(
            String state,
            TypeSystem types,
            Exposures exposures,
            Class<?> declared,
            TypeSerializer<Object> serializer,
            boolean identities) {
        this.state = state;
        this.types = types;
        this.exposures = exposures;
        this.declared = declared;
        this.serializer = serializer;
        this.identities = identities;
    }

    /** The keys and namespaces of tables: copied when they enter, never changed, and kept whole. */
    static Values identities(TypeSystem types, Exposures exposures) {
        return new Values("keys", types, exposures, Object.class, null, true);
    }

    /**
     * The values of a state.
     *
     * @param type what the program says of them, or null
     */
    static Values of(String state, TypeInformation<?> type, TypeSystem types, Exposures exposures) {
        return new Values(
                state,
                types,
                exposures,
                type == null ? Object.class : type.getTypeClass(),
                serializer(type, types),
                false);
    }

    /** The user's own serializer; what the house itself makes of a class is left to the class of each value. */
    @SuppressWarnings("unchecked") // the program vouches for the values of its own state
    private static TypeSerializer<Object> serializer(TypeInformation<?> type, TypeSystem types) {
        if (type == null || type.getClass().getPackageName().startsWith(TypeSystem.class.getPackageName())) {
            return null;
        }
        return (TypeSerializer<Object>) type.createSerializer(SerializerConfig.of(types));
    }

    Exposures exposures() {
        return exposures;
    }

    TypeSystem types() {
        return types;
    }

    /** The user's own serializer, or null. */
    TypeSerializer<Object> serializer() {
        return serializer;
    }

    /** Whether a stored value never changes. */
    boolean immutable(Object value) {
        if (value.getClass() != lastClass && !(value instanceof ListCell)) {
            learn(value);
        }
        return value instanceof ListCell cell ? !cell.mutable() : lastImmutable;
    }

    /** Whether columns for this are fit for values of the state: for a layout, or for a primitive. */
    boolean fits(Object usual) {
        Class<?> valueClass = usual instanceof FlatLayout layout
                ? layout.valueClass()
                : usual instanceof Primitive primitive ? primitive.boxed() : null;
        return valueClass != null
                && types.isPlain()
                && serializer == null
                && boxed(declared).isAssignableFrom(valueClass);
    }

    /** A copy of a stored value; the value itself when it never changes. */
    Object copy(Object value) {
        if (value instanceof ListCell cell) {
            return cell.copy(this);
        }
        if (immutable(value)) {
            return value;
        }
        return serializer != null ? serializer.copy(value) : lastType.copy(value);
    }

    private void learn(Object value) {
        if (value == NullValue.NULL) {
            lastType = null;
            lastImmutable = true;
        } else {
            check(value);
            lastType = serializer == null ? types.typeOf(value) : null;
            lastImmutable = identities || (serializer != null ? serializer.isImmutableType() : lastType.immutable());
        }
        lastClass = value.getClass();
    }

    private void check(Object value) {
        if (!boxed(declared).isInstance(value)) {
            throw new IllegalStateException("State '" + state + "' is declared as " + declared.getName()
                    + ", but a value of it is a " + value.getClass().getName()
                    + "; declare the state with the class of its values, or give it another name");
        }
    }

    private static Class<?> boxed(Class<?> type) {
        return type.isPrimitive()
                ? java.lang.invoke.MethodType.methodType(type).wrap().returnType()
                : type;
    }

    /** A column in which the value, and maybe others after it, can be kept. */
    ValueColumn columnFor(Object value, RowPages rows) {
        if (value instanceof ListCell || value == NullValue.NULL) {
            return new ObjectColumn(this, rows);
        }
        if (serializer == null) {
            immutable(value);
            Primitive primitive = Primitive.of(value.getClass());
            if (primitive != null) {
                return new LongColumn(primitive, rows);
            }
            Optional<FlatLayout> layout = lastType.flat(value);
            if (layout.isPresent() && !identities) {
                return new FlatColumn(layout.get(), rows);
            }
        }
        return new ObjectColumn(this, rows);
    }
}
