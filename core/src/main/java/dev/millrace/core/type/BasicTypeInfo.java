package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types of boxes, strings, numbers and dates.
 *
 * @param <T> the values' class
 */
@ModelApi
public final class BasicTypeInfo<T> extends TypeInformation<T> {

    public static final BasicTypeInfo<String> STRING_TYPE_INFO = new BasicTypeInfo<>(String.class);
    public static final BasicTypeInfo<Boolean> BOOLEAN_TYPE_INFO = new BasicTypeInfo<>(Boolean.class);
    public static final BasicTypeInfo<Byte> BYTE_TYPE_INFO = new BasicTypeInfo<>(Byte.class);
    public static final BasicTypeInfo<Short> SHORT_TYPE_INFO = new BasicTypeInfo<>(Short.class);
    public static final BasicTypeInfo<Integer> INT_TYPE_INFO = new BasicTypeInfo<>(Integer.class);
    public static final BasicTypeInfo<Long> LONG_TYPE_INFO = new BasicTypeInfo<>(Long.class);
    public static final BasicTypeInfo<Float> FLOAT_TYPE_INFO = new BasicTypeInfo<>(Float.class);
    public static final BasicTypeInfo<Double> DOUBLE_TYPE_INFO = new BasicTypeInfo<>(Double.class);
    public static final BasicTypeInfo<Character> CHAR_TYPE_INFO = new BasicTypeInfo<>(Character.class);
    public static final BasicTypeInfo<Date> DATE_TYPE_INFO = new BasicTypeInfo<>(Date.class);
    public static final BasicTypeInfo<Void> VOID_TYPE_INFO = new BasicTypeInfo<>(Void.class);
    public static final BasicTypeInfo<BigInteger> BIG_INT_TYPE_INFO = new BasicTypeInfo<>(BigInteger.class);
    public static final BasicTypeInfo<BigDecimal> BIG_DEC_TYPE_INFO = new BasicTypeInfo<>(BigDecimal.class);
    public static final BasicTypeInfo<Instant> INSTANT_TYPE_INFO = new BasicTypeInfo<>(Instant.class);

    private static final long serialVersionUID = 1;

    private static final Map<Class<?>, BasicTypeInfo<?>> BY_CLASS = Stream.of(
                    STRING_TYPE_INFO,
                    BOOLEAN_TYPE_INFO,
                    BYTE_TYPE_INFO,
                    SHORT_TYPE_INFO,
                    INT_TYPE_INFO,
                    LONG_TYPE_INFO,
                    FLOAT_TYPE_INFO,
                    DOUBLE_TYPE_INFO,
                    CHAR_TYPE_INFO,
                    DATE_TYPE_INFO,
                    VOID_TYPE_INFO,
                    BIG_INT_TYPE_INFO,
                    BIG_DEC_TYPE_INFO,
                    INSTANT_TYPE_INFO)
            .collect(Collectors.toMap(TypeInformation::getTypeClass, Function.identity()));

    private final Class<T> typeClass;

    private BasicTypeInfo(Class<T> typeClass) {
        this.typeClass = typeClass;
    }

    /** The type of a class or primitive; null when it is not basic. */
    @SuppressWarnings("unchecked")
    public static <T> BasicTypeInfo<T> getInfoFor(Class<T> typeClass) {
        Class<?> boxed =
                java.lang.invoke.MethodType.methodType(typeClass).wrap().returnType();
        return (BasicTypeInfo<T>) BY_CLASS.get(boxed);
    }

    @Override
    public boolean isBasicType() {
        return true;
    }

    @Override
    public Class<T> getTypeClass() {
        return typeClass;
    }

    @Override
    public boolean isKeyType() {
        return typeClass != Void.class;
    }

    @Override
    boolean isKnown() {
        return true;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof BasicTypeInfo;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BasicTypeInfo<?> that && typeClass == that.typeClass;
    }

    @Override
    public int hashCode() {
        return typeClass.hashCode();
    }

    @Override
    public String toString() {
        return typeClass.getSimpleName();
    }
}
