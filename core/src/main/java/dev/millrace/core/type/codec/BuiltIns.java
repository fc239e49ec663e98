package dev.millrace.core.type.codec;

import java.lang.reflect.Modifier;
import java.util.AbstractMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The codecs of the classes of the Java library that are values, and of rows, arrays and enums. Their tags are fixed for
 * ever: 1 to 78 are built-in forms, 79 with an arity is a tuple, from 80 on a list of schemas counts its entries.
 */
public final class BuiltIns {

    /** The tag of tuples; their arity follows. */
    public static final int TUPLE = 79;

    /** The first tag that a list of schemas gives. */
    public static final int FIRST_LISTED = 80;

    static final int TEXT = 1;
    static final int INT = 6;
    static final int LONG = 7;
    static final int DOUBLE = 9;

    private final Codecs codecs;
    private final Containers containers;
    private final Map<Class<?>, Codec> byClass = new ConcurrentHashMap<>();
    private final Map<Integer, Codec> byTag = new ConcurrentHashMap<>();
    private final Set<String> opened = ConcurrentHashMap.newKeySet();

    public BuiltIns(Codecs codecs) {
        this.codecs = codecs;
        containers = new Containers(codecs);
        add(List.of(
                new TextCodec(),
                new IntCodec(),
                new LongCodec(),
                new DoubleCodec(),
                new OptionalCodec(codecs),
                new EntryCodec(AbstractMap.SimpleEntry.class, codecs),
                new RowCodec(codecs),
                new EnumSetCodec(EnumSet.class, codecs),
                new EnumMapCodec(codecs)));
        add(containers.usual());
    }

    /** Whether a field declared with this class holds exactly this class, of built-in form. */
    public boolean isExact(Class<?> declared) {
        if (declared.isArray() && !declared.getComponentType().isPrimitive()) {
            return isExact(declared.getComponentType());
        }
        boolean number = declared.getSuperclass() == Number.class
                && declared.getPackageName().equals("java.math");
        boolean closed = number || Modifier.isFinal(declared.getModifiers());
        return declared.isEnum() || closed && listed(declared) != null;
    }

    /** The codec written with this tag; null when there is none. */
    public Codec byTag(int tag) {
        Codec codec = byTag.get(tag);
        if (codec == null) {
            LeafGroups.ALL.forEach(this::open);
            codec = byTag.get(tag);
        }
        return codec;
    }

    /** The built-in codec for values of exactly this class; null when there is none. */
    public Codec of(Class<?> valueClass) {
        Codec listed = listed(valueClass);
        if (listed != null) {
            return listed;
        }
        if (valueClass.isArray()) {
            Class<?> component = valueClass.getComponentType();
            boolean leaf = !component.isArray() && !component.isEnum() && isExact(component);
            return new ArrayCodec(valueClass, leaf ? listed(component) : null, codecs);
        }
        if (Enum.class.isAssignableFrom(valueClass) && valueClass != Enum.class) {
            return new EnumCodec(valueClass.isEnum() ? valueClass : valueClass.getSuperclass());
        }
        if (!isLibrary(valueClass)) {
            return null;
        }
        if (Containers.isContainer(valueClass)) {
            return containers.of(valueClass);
        }
        return Throwable.class.isAssignableFrom(valueClass) ? new JavaCodec(valueClass, codecs) : null;
    }

    /** Whether a class belongs to the Java library, whose fields are never opened. */
    public static boolean isLibrary(Class<?> valueClass) {
        return valueClass.getClassLoader() == null
                || valueClass.getClassLoader() == ClassLoader.getPlatformClassLoader();
    }

    private Codec listed(Class<?> valueClass) {
        Codec codec = byClass.get(valueClass);
        if (codec != null || !isLibrary(valueClass) || Containers.isContainer(valueClass)) {
            return codec;
        }
        if (!valueClass.isArray()) {
            open(valueClass.getPackageName());
        } else if (valueClass.getComponentType().isPrimitive()) {
            open(LeafGroups.ARRAYS);
        }
        return byClass.get(valueClass);
    }

    /** Marked as opened only afterwards: two threads may both add, but none may miss what the other is adding. */
    private void open(String packageName) {
        if (!opened.contains(packageName)) {
            add(LeafGroups.of(packageName, codecs));
            opened.add(packageName);
        }
    }

    /** What two threads add twice stays one. */
    private void add(List<Codec> more) {
        for (Codec codec : more) {
            Class<?> valueClass = codec.valueClass();
            boolean interfaceOnly = Modifier.isAbstract(valueClass.getModifiers()) && !valueClass.isArray();
            Codec earlier = interfaceOnly ? null : byClass.putIfAbsent(valueClass, codec);
            byTag.putIfAbsent(codec.builtInTag(), earlier != null ? earlier : codec);
        }
    }
}
