package dev.millrace.core.type;

import dev.millrace.core.type.codec.BuiltIns;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.Codecs;
import dev.millrace.core.type.codec.JavaCodec;
import java.util.Map;
import java.util.Optional;

/** What the user said about classes: registered serializers, {@link TypeInfo} factories, allowed Java serialization. */
final class CustomTypes {

    private final TypeOptions options;
    private final TypeSystem types;
    private final Codecs codecs;

    CustomTypes(TypeOptions options, TypeSystem types, Codecs codecs) {
        this.options = options;
        this.types = types;
        this.codecs = codecs;
    }

    /** Whether the user said something about this class. */
    boolean handles(Class<?> valueClass) {
        return options.serializers().containsKey(valueClass) || hasFactory(valueClass) || allowsJava(valueClass);
    }

    /** The codec for what the user said. */
    Optional<Codec> of(Class<?> valueClass) {
        TypeSerializer<?> serializer = options.serializers().get(valueClass);
        if (serializer == null && hasFactory(valueClass)) {
            serializer = fromFactory(valueClass);
        }
        if (serializer != null) {
            return Optional.of(new SerializerCodec(valueClass, serializer));
        }
        return allowsJava(valueClass) ? Optional.of(new JavaCodec(valueClass, codecs)) : Optional.empty();
    }

    private static boolean hasFactory(Class<?> valueClass) {
        return !BuiltIns.isLibrary(valueClass) && valueClass.isAnnotationPresent(TypeInfo.class);
    }

    private boolean allowsJava(Class<?> valueClass) {
        for (Class<?> allowed : options.javaSerialization()) {
            if (allowed.isAssignableFrom(valueClass)) {
                return true;
            }
        }
        return false;
    }

    /** Null when the factory leaves the class to the engine. */
    private TypeSerializer<?> fromFactory(Class<?> valueClass) {
        TypeInformation<?> information = TypeFactories.create(valueClass, valueClass, Map.of());
        return information.isKnown() ? null : information.createSerializer(SerializerConfig.of(types));
    }
}
