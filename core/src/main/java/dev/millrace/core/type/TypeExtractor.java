package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import dev.millrace.core.row.Row;
import dev.millrace.core.tuple.Tuple;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes type information from classes and generic types. */
@ModelApi
public final class TypeExtractor {

    private TypeExtractor() {}

    /** The type information of a class. */
    public static <T> TypeInformation<T> createTypeInfo(Class<T> typeClass) {
        return createTypeInfo((Type) typeClass);
    }

    /** The type information of a class or generic type; type variables stand for their bounds. */
    @SuppressWarnings("unchecked")
    public static <T> TypeInformation<T> createTypeInfo(Type type) {
        return (TypeInformation<T>) extract(type);
    }

    private static TypeInformation<?> extract(Type type) {
        if (type instanceof Class<?> plain) {
            return ofClass(plain, plain);
        }
        if (type instanceof ParameterizedType generic) {
            TypeInformation<?>[] arguments = Arrays.stream(generic.getActualTypeArguments())
                    .map(TypeExtractor::extract)
                    .toArray(TypeInformation<?>[]::new);
            return ofClass((Class<?>) generic.getRawType(), generic, arguments);
        }
        if (type instanceof GenericArrayType array) {
            TypeInformation<?> element = extract(array.getGenericComponentType());
            return new ClassTypeInfo<>(arrayOf(element.getTypeClass()), element);
        }
        if (type instanceof TypeVariable<?> variable) {
            return bound(variable.getBounds()[0]);
        }
        return type instanceof WildcardType wildcard ? bound(wildcard.getUpperBounds()[0]) : bound(Object.class);
    }

    /** Only the class of a bound, because a bound may name its own variable. */
    private static TypeInformation<?> bound(Type bound) {
        if (bound instanceof ParameterizedType generic) {
            return ofClass((Class<?>) generic.getRawType(), generic.getRawType());
        }
        return bound instanceof Class<?> plain ? ofClass(plain, plain) : new ClassTypeInfo<>(Object.class);
    }

    static Class<?> arrayOf(Class<?> element) {
        return Array.newInstance(element, 0).getClass();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static TypeInformation<?> ofClass(Class<?> raw, Type type, TypeInformation<?>... arguments) {
        TypeInformation<?> basic = BasicTypeInfo.getInfoFor(raw);
        if (basic != null) {
            return basic;
        }
        if (raw.isAnnotationPresent(TypeInfo.class)) {
            return TypeFactories.create(raw, type, named(raw, arguments));
        }
        if (raw == Row.class) {
            return new RowTypeInfo();
        }
        if (raw.isArray()) {
            return new ClassTypeInfo<>(raw, extract(raw.getComponentType()));
        }
        if (Tuple.class.isAssignableFrom(raw) && raw != Tuple.class) {
            return new TupleTypeInfo(raw, fields(raw, arguments));
        }
        return new ClassTypeInfo<>(raw, arguments);
    }

    /** A tuple's own arguments; for subclasses and raw tuples as many open fields as the tuple has. */
    private static TypeInformation<?>[] fields(Class<?> tupleClass, TypeInformation<?>[] arguments) {
        int arity = (int) Arrays.stream(tupleClass.getFields())
                .filter(field -> Tuple.class.isAssignableFrom(field.getDeclaringClass())
                        && field.getName().matches("f\\d+"))
                .count();
        if (tupleClass.getSuperclass() == Tuple.class && arguments.length == arity) {
            return arguments;
        }
        TypeInformation<?>[] open = new TypeInformation<?>[arity];
        Arrays.fill(open, new ClassTypeInfo<>(Object.class));
        return open;
    }

    private static Map<String, TypeInformation<?>> named(Class<?> raw, TypeInformation<?>[] arguments) {
        Map<String, TypeInformation<?>> named = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            named.put(raw.getTypeParameters()[i].getName(), arguments[i]);
        }
        return named;
    }
}
