package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import dev.millrace.core.type.TypeExtractor;
import dev.millrace.core.type.TypeHint;
import dev.millrace.core.type.TypeInformation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** A schema for streams without an end, which knows its type by its own type argument. */
@ModelApi
public abstract class AbstractDeserializationSchema<T> implements DeserializationSchema<T> {
    private static final long serialVersionUID = 1;

    private final TypeInformation<T> type;

    protected AbstractDeserializationSchema() {
        Type parent = getClass().getGenericSuperclass();
        this.type = parent instanceof ParameterizedType generic
                ? TypeExtractor.createTypeInfo(generic.getActualTypeArguments()[0])
                : anyType();
    }

    protected AbstractDeserializationSchema(Class<T> type) {
        this(TypeInformation.of(type));
    }

    protected AbstractDeserializationSchema(TypeHint<T> type) {
        this(type.getTypeInfo());
    }

    protected AbstractDeserializationSchema(TypeInformation<T> type) {
        this.type = type;
    }

    @SuppressWarnings("unchecked") // every value is an object
    private static <T> TypeInformation<T> anyType() {
        return (TypeInformation<T>) TypeInformation.of(Object.class);
    }

    @Override
    public boolean isEndOfStream(T nextElement) {
        return false;
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return type;
    }
}
