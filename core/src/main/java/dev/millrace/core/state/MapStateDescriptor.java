package dev.millrace.core.state;

import dev.millrace.core.ModelApi;
import dev.millrace.core.type.TypeHint;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.TypeSerializer;
import java.lang.reflect.Type;
import java.util.Map;

/** Describes a map per key, or a broadcast map. */
@ModelApi
public final class MapStateDescriptor<UK, UV> extends StateDescriptor<MapState<UK, UV>, Map<UK, UV>> {

    private final TypeInformation<UK> keyType;
    private final TypeInformation<UV> valueType;

    /** A state whose keys and values tell their types. */
    public MapStateDescriptor(String name) {
        this(name, (TypeInformation<UK>) null, (TypeInformation<UV>) null);
    }

    public MapStateDescriptor(String name, Class<UK> keyType, Class<UV> valueType) {
        this(name, TypeInformation.of(keyType), TypeInformation.of(valueType));
    }

    public MapStateDescriptor(String name, TypeInformation<UK> keyType, TypeInformation<UV> valueType) {
        super(name, null, null);
        this.keyType = keyType;
        this.valueType = valueType;
    }

    public MapStateDescriptor(String name, TypeHint<UK> keyType, TypeHint<UV> valueType) {
        this(name, keyType.getTypeInfo(), valueType.getTypeInfo());
    }

    public MapStateDescriptor(String name, TypeSerializer<UK> keySerializer, TypeSerializer<UV> valueSerializer) {
        this(name, new SerializerTypeInfo<>(keySerializer), new SerializerTypeInfo<>(valueSerializer));
    }

    /** The explicit type of the user keys, or null. */
    public TypeInformation<UK> getKeyType() {
        return keyType;
    }

    /** The explicit type of the user values, or null. */
    public TypeInformation<UV> getValueType() {
        return valueType;
    }

    @Override
    public Type getType() {
        return Type.MAP;
    }
}
