package dev.millrace.core.type;

import dev.millrace.core.type.codec.BuiltIns;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a job says about its types.
 *
 * @param serializers the user's own serializers by the class they are for; they win over generated ones
 * @param javaSerialization the classes (and their subclasses) that may go through Java serialization
 * @param depthMax how many references deep a value may be nested; a cycle is found by it
 */
public record TypeOptions(Map<Class<?>, TypeSerializer<?>> serializers, Set<Class<?>> javaSerialization, int depthMax)
        implements Serializable {

    /** Deep enough for trees and chains people build by hand, shallow enough for a thread's default stack. */
    private static final int DEPTH_MAX_DEFAULT = 500;

    private static final String OWN_CLASSES = "dev.millrace.core.";

    public TypeOptions {
        serializers = Map.copyOf(serializers);
        javaSerialization = Set.copyOf(javaSerialization);
        if (depthMax < 1) {
            throw new IllegalArgumentException("depthMax must be at least 1, not " + depthMax);
        }
    }

    /** No serializers, no Java serialization, the default depth. */
    public static TypeOptions defaults() {
        return new TypeOptions(Map.of(), Set.of(), DEPTH_MAX_DEFAULT);
    }

    /** The same with a serializer registered for exactly this class. */
    public <T> TypeOptions withSerializer(Class<T> valueClass, TypeSerializer<? super T> serializer) {
        Map<Class<?>, TypeSerializer<?>> more = new HashMap<>(serializers);
        more.put(valueClass, serializer);
        return new TypeOptions(more, javaSerialization, depthMax);
    }

    /**
     * The same, with the serializer of a description for values of its class. The engine's own descriptions add nothing, nor
     * do those of library classes, which have one form for all jobs; a serializer that is registered stays.
     *
     * @param userClasses in which the class is found
     */
    public <T> TypeOptions withInformation(TypeInformation<T> information, ClassLoader userClasses) {
        Class<T> valueClass = information.getTypeClass();
        boolean library = BuiltIns.isLibrary(valueClass) || valueClass.getName().startsWith(OWN_CLASSES);
        if (library || information.isKnown() || serializers.containsKey(valueClass)) {
            return this;
        }
        TypeSystem types = TypeSystem.create(userClasses, this);
        return withSerializer(valueClass, information.createSerializer(SerializerConfig.of(types)));
    }

    /** The same with Java serialization allowed for the class and its subclasses. */
    public TypeOptions withJavaSerialization(Class<?> valueClass) {
        Set<Class<?>> more = new HashSet<>(javaSerialization);
        more.add(valueClass);
        return new TypeOptions(serializers, more, depthMax);
    }

    /** The same with another bound on nesting, in references. */
    public TypeOptions withDepthMax(int references) {
        return new TypeOptions(serializers, javaSerialization, references);
    }
}
