package dev.millrace.core.type.codec;

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

/** The codecs of the library's collections and maps: the usual ones, and hidden ones by what they stand for. */
final class Containers {

    private static final List<String> UNMODIFIABLE = List.of(
            "java.util.ImmutableCollections$",
            "java.util.Collections$Unmodifiable",
            "java.util.Collections$Empty",
            "java.util.Collections$Singleton",
            "java.util.Collections$Copies");

    private final Codecs codecs;

    Containers(Codecs codecs) {
        this.codecs = codecs;
    }

    /** The usual ones; interfaces stand for the immutable forms, which have many classes. */
    List<Codec> usual() {
        return List.of(
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
                map(ConcurrentHashMap.class, MapCodec.Form.CONCURRENT_MAP));
    }

    private Codec collection(Class<?> valueClass, CollectionCodec.Form form) {
        return new CollectionCodec(valueClass, form, false, codecs);
    }

    private Codec map(Class<?> valueClass, MapCodec.Form form) {
        return new MapCodec(valueClass, form, false, codecs);
    }

    static boolean isContainer(Class<?> valueClass) {
        return Collection.class.isAssignableFrom(valueClass)
                || Map.class.isAssignableFrom(valueClass)
                || Map.Entry.class.isAssignableFrom(valueClass);
    }

    /** The codec of any other collection, map or entry of the library; null when there is none. */
    Codec of(Class<?> valueClass) {
        String name = valueClass.getName();
        boolean frozen = name.startsWith("java.util.ImmutableCollections$");
        boolean unmodifiable = UNMODIFIABLE.stream().anyMatch(name::startsWith);
        if (EnumSet.class.isAssignableFrom(valueClass)) {
            return new EnumSetCodec(valueClass, codecs);
        }
        if (Map.Entry.class.isAssignableFrom(valueClass)) {
            return new EntryCodec(valueClass, codecs);
        }
        if (Map.class.isAssignableFrom(valueClass)) {
            return new MapCodec(valueClass, mapForm(valueClass, unmodifiable), frozen, codecs);
        }
        CollectionCodec.Form form = collectionForm(valueClass, unmodifiable);
        return form == null ? null : new CollectionCodec(valueClass, form, frozen, codecs);
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
}
