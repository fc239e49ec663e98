package dev.millrace.core.type.codec;

import java.lang.reflect.Modifier;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/**
 * The codecs of the classes of the Java library that are values, and of rows. Their tags are fixed for ever: 1 to 78 are
 * built-in forms, 79 with an arity is a tuple, from 80 on a list of schemas counts its entries.
 */
public final class BuiltIns {

    /** The tag of tuples; their arity follows. */
    public static final int TUPLE = 79;

    /** The first tag that a list of schemas gives. */
    public static final int FIRST_LISTED = 80;

    private static final Pattern UNMODIFIABLE =
            Pattern.compile("java\\.util\\.Collections\\$(Unmodifiable|Empty|Singleton|Copies).*");

    static final int TEXT = 1;
    static final int INT = 6;
    static final int LONG = 7;
    static final int DOUBLE = 9;

    private final Codecs codecs;
    private final Map<Class<?>, Codec> byClass = new HashMap<>();
    private final Codec[] byTag = new Codec[TUPLE];

    public BuiltIns(Codecs codecs) {
        this.codecs = codecs;
        add(PlainLeaves.immutable());
        add(PlainLeaves.optionals());
        add(PlainLeaves.holders());
        add(TimeLeaves.instants());
        add(TimeLeaves.locals());
        add(TimeLeaves.zoned());
        add(TimeLeaves.dates());
        if (SqlLeaves.available()) {
            add(SqlLeaves.all());
        }
        add(NameLeaves.names());
        add(NameLeaves.addresses());
        add(PrimitiveArrays.all());
        add(List.of(
                NameLeaves.classes(codecs),
                new OptionalCodec(codecs),
                new EntryCodec(AbstractMap.SimpleEntry.class, codecs),
                new RowCodec(codecs),
                new EnumSetCodec(EnumSet.class, codecs),
                new EnumMapCodec(codecs),
                collection(ArrayList.class, CollectionCodec.Form.LIST),
                collection(LinkedList.class, CollectionCodec.Form.LINKED_LIST),
                collection(List.class, CollectionCodec.Form.IMMUTABLE_LIST),
                collection(HashSet.class, CollectionCodec.Form.SET),
                collection(LinkedHashSet.class, CollectionCodec.Form.LINKED_SET),
                collection(TreeSet.class, CollectionCodec.Form.SORTED_SET),
                collection(Set.class, CollectionCodec.Form.IMMUTABLE_SET),
                collection(ArrayDeque.class, CollectionCodec.Form.DEQUE),
                collection(PriorityQueue.class, CollectionCodec.Form.PRIORITY_QUEUE),
                map(HashMap.class, MapCodec.Form.MAP),
                map(LinkedHashMap.class, MapCodec.Form.LINKED_MAP),
                map(TreeMap.class, MapCodec.Form.SORTED_MAP),
                map(Map.class, MapCodec.Form.IMMUTABLE_MAP),
                map(ConcurrentHashMap.class, MapCodec.Form.CONCURRENT_MAP)));
    }

    /** Whether a field declared with this class holds exactly this class, of built-in form. */
    public boolean isExact(Class<?> declared) {
        if (declared.isArray()) {
            Class<?> component = declared.getComponentType();
            return component.isPrimitive() || isExact(component);
        }
        return declared.isEnum()
                || byClass.containsKey(declared)
                        && (Modifier.isFinal(declared.getModifiers())
                                || Number.class == declared.getSuperclass()
                                        && declared.getPackageName().equals("java.math"));
    }

    /** The codec written with this tag; null when there is none. */
    public Codec byTag(int tag) {
        return tag > 0 && tag < byTag.length ? byTag[tag] : null;
    }

    /** The built-in codec for values of exactly this class; null when there is none. */
    public Codec of(Class<?> valueClass) {
        Codec exact = byClass.get(valueClass);
        if (exact != null) {
            return exact;
        }
        if (valueClass.isArray()) {
            return new ArrayCodec(valueClass, byClass.get(leaf(valueClass.getComponentType())), codecs);
        }
        if (Enum.class.isAssignableFrom(valueClass) && valueClass != Enum.class) {
            return new EnumCodec(valueClass.isEnum() ? valueClass : valueClass.getSuperclass());
        }
        return isLibrary(valueClass) ? ofLibrary(valueClass) : null;
    }

    private Class<?> leaf(Class<?> component) {
        return isExact(component) && !component.isArray() && !component.isEnum() ? component : null;
    }

    /** Whether a class belongs to the Java library, whose fields are never opened. */
    public static boolean isLibrary(Class<?> valueClass) {
        return valueClass.getClassLoader() == null
                || valueClass.getClassLoader() == ClassLoader.getPlatformClassLoader();
    }

    /** Hidden classes of the library by the interface they stand for: lists of List.of, views, wrappers. */
    private Codec ofLibrary(Class<?> valueClass) {
        boolean frozen = valueClass.getName().startsWith("java.util.ImmutableCollections$");
        boolean unmodifiable =
                frozen || UNMODIFIABLE.matcher(valueClass.getName()).matches();
        if (EnumSet.class.isAssignableFrom(valueClass)) {
            return new EnumSetCodec(valueClass, codecs);
        }
        if (Map.Entry.class.isAssignableFrom(valueClass)) {
            return new EntryCodec(valueClass, codecs);
        }
        if (Map.class.isAssignableFrom(valueClass)) {
            return new MapCodec(valueClass, mapForm(valueClass, unmodifiable), frozen, codecs);
        }
        if (Collection.class.isAssignableFrom(valueClass)) {
            CollectionCodec.Form form = collectionForm(valueClass, unmodifiable);
            return form == null ? null : new CollectionCodec(valueClass, form, frozen, codecs);
        }
        return Throwable.class.isAssignableFrom(valueClass) ? new JavaCodec(valueClass, codecs) : null;
    }

    private static MapCodec.Form mapForm(Class<?> mapClass, boolean unmodifiable) {
        if (SortedMap.class.isAssignableFrom(mapClass)) {
            return MapCodec.Form.SORTED_MAP;
        }
        if (unmodifiable) {
            return MapCodec.Form.IMMUTABLE_MAP;
        }
        return ConcurrentMap.class.isAssignableFrom(mapClass) ? MapCodec.Form.CONCURRENT_MAP : MapCodec.Form.LINKED_MAP;
    }

    private static CollectionCodec.Form collectionForm(Class<?> collectionClass, boolean unmodifiable) {
        if (SortedSet.class.isAssignableFrom(collectionClass)) {
            return CollectionCodec.Form.SORTED_SET;
        }
        if (Set.class.isAssignableFrom(collectionClass)) {
            return unmodifiable ? CollectionCodec.Form.IMMUTABLE_SET : CollectionCodec.Form.LINKED_SET;
        }
        if (List.class.isAssignableFrom(collectionClass)) {
            return unmodifiable ? CollectionCodec.Form.IMMUTABLE_LIST : CollectionCodec.Form.LIST;
        }
        if (Deque.class.isAssignableFrom(collectionClass)) {
            return CollectionCodec.Form.DEQUE;
        }
        return Queue.class.isAssignableFrom(collectionClass) ? null : CollectionCodec.Form.LIST;
    }

    private Codec collection(Class<?> valueClass, CollectionCodec.Form form) {
        return new CollectionCodec(valueClass, form, false, codecs);
    }

    private Codec map(Class<?> valueClass, MapCodec.Form form) {
        return new MapCodec(valueClass, form, false, codecs);
    }

    private void add(List<Codec> more) {
        for (Codec codec : more) {
            if (!Modifier.isAbstract(codec.valueClass().getModifiers())
                    || codec.valueClass().isArray()) {
                byClass.put(codec.valueClass(), codec);
            }
            byTag[codec.builtInTag()] = codec;
        }
    }
}
