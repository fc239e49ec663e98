package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import dev.millrace.core.row.Row;
import dev.millrace.core.tuple.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names for common types, for programs that say them. */
@ModelApi
public final class Types {

    public static final TypeInformation<Void> VOID = BasicTypeInfo.VOID_TYPE_INFO;
    public static final TypeInformation<String> STRING = BasicTypeInfo.STRING_TYPE_INFO;
    public static final TypeInformation<Byte> BYTE = BasicTypeInfo.BYTE_TYPE_INFO;
    public static final TypeInformation<Boolean> BOOLEAN = BasicTypeInfo.BOOLEAN_TYPE_INFO;
    public static final TypeInformation<Short> SHORT = BasicTypeInfo.SHORT_TYPE_INFO;
    public static final TypeInformation<Integer> INT = BasicTypeInfo.INT_TYPE_INFO;
    public static final TypeInformation<Long> LONG = BasicTypeInfo.LONG_TYPE_INFO;
    public static final TypeInformation<Float> FLOAT = BasicTypeInfo.FLOAT_TYPE_INFO;
    public static final TypeInformation<Double> DOUBLE = BasicTypeInfo.DOUBLE_TYPE_INFO;
    public static final TypeInformation<Character> CHAR = BasicTypeInfo.CHAR_TYPE_INFO;
    public static final TypeInformation<BigDecimal> BIG_DEC = BasicTypeInfo.BIG_DEC_TYPE_INFO;
    public static final TypeInformation<BigInteger> BIG_INT = BasicTypeInfo.BIG_INT_TYPE_INFO;
    public static final TypeInformation<java.sql.Date> SQL_DATE = new ClassTypeInfo<>(java.sql.Date.class);
    public static final TypeInformation<java.sql.Time> SQL_TIME = new ClassTypeInfo<>(java.sql.Time.class);
    public static final TypeInformation<java.sql.Timestamp> SQL_TIMESTAMP =
            new ClassTypeInfo<>(java.sql.Timestamp.class);
    public static final TypeInformation<LocalDate> LOCAL_DATE = new ClassTypeInfo<>(LocalDate.class);
    public static final TypeInformation<LocalTime> LOCAL_TIME = new ClassTypeInfo<>(LocalTime.class);
    public static final TypeInformation<LocalDateTime> LOCAL_DATE_TIME = new ClassTypeInfo<>(LocalDateTime.class);
    public static final TypeInformation<Instant> INSTANT = BasicTypeInfo.INSTANT_TYPE_INFO;

    private Types() {}

    /** Rows of these fields, named {@code f0}, {@code f1} and so on. */
    public static TypeInformation<Row> ROW(TypeInformation<?>... fields) {
        return new RowTypeInfo(fields);
    }

    /** Rows of these names and fields. */
    public static TypeInformation<Row> ROW_NAMED(String[] names, TypeInformation<?>... fields) {
        return new RowTypeInfo(fields, names);
    }

    /** Tuples of these fields. */
    public static <T extends Tuple> TypeInformation<T> TUPLE(TypeInformation<?>... fields) {
        return new TupleTypeInfo<>(fields);
    }

    /** Tuples of a class. */
    public static <T extends Tuple> TypeInformation<T> TUPLE(Class<T> tupleClass) {
        return TypeExtractor.createTypeInfo(tupleClass);
    }

    /** Objects of a class, by their fields. */
    public static <T> TypeInformation<T> POJO(Class<T> pojoClass) {
        return TypeExtractor.createTypeInfo(pojoClass);
    }

    /** Objects of a class, by their fields; the values tell the fields' types, so the map is only for the reader. */
    public static <T> TypeInformation<T> POJO(Class<T> pojoClass, Map<String, TypeInformation<?>> fields) {
        return TypeExtractor.createTypeInfo(pojoClass);
    }

    /** Objects of any class. */
    public static <T> TypeInformation<T> GENERIC(Class<T> genericClass) {
        return new ClassTypeInfo<>(genericClass);
    }

    /** Arrays of primitives: {@code PRIMITIVE_ARRAY(Types.INT)} is the type of {@code int[]}. */
    @SuppressWarnings("unchecked")
    public static TypeInformation<?> PRIMITIVE_ARRAY(TypeInformation<?> element) {
        Class<?> primitive = java.lang.invoke.MethodType.methodType(element.getTypeClass())
                .unwrap()
                .returnType();
        if (!primitive.isPrimitive() || primitive == void.class) {
            throw new IllegalArgumentException(element + " is not the type of a primitive");
        }
        return new ClassTypeInfo<>((Class<Object>) TypeExtractor.arrayOf(primitive), element);
    }

    /** Arrays of references. */
    @SuppressWarnings("unchecked")
    public static <E> TypeInformation<E[]> OBJECT_ARRAY(TypeInformation<E> element) {
        return new ClassTypeInfo<>((Class<E[]>) TypeExtractor.arrayOf(element.getTypeClass()), element);
    }

    /** The user's own values that write themselves. */
    public static <V> TypeInformation<V> VALUE(Class<V> valueClass) {
        return new ClassTypeInfo<>(valueClass);
    }

    /** Maps. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static <K, V> TypeInformation<Map<K, V>> MAP(TypeInformation<K> key, TypeInformation<V> value) {
        return new ClassTypeInfo<>((Class) Map.class, key, value);
    }

    /** Lists. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static <E> TypeInformation<List<E>> LIST(TypeInformation<E> element) {
        return new ClassTypeInfo<>((Class) List.class, element);
    }

    /** Sets. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static <E> TypeInformation<Set<E>> SET(TypeInformation<E> element) {
        return new ClassTypeInfo<>((Class) Set.class, element);
    }

    /** Values of an enum. */
    public static <E extends Enum<E>> TypeInformation<E> ENUM(Class<E> enumClass) {
        return new ClassTypeInfo<>(enumClass);
    }

    /** Values of one of two types. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static <L, R> TypeInformation<Either<L, R>> EITHER(TypeInformation<L> left, TypeInformation<R> right) {
        return new ClassTypeInfo<>((Class) Either.class, left, right);
    }

    /** Values that may be absent. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static <E> TypeInformation<Optional<E>> OPTIONAL(TypeInformation<E> element) {
        return new ClassTypeInfo<>((Class) Optional.class, element);
    }
}
