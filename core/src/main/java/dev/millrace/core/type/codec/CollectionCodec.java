package dev.millrace.core.type.codec;

import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lists, sets and queues: a length, then tagged elements; sorted ones with their comparator first. */
final class CollectionCodec implements Codec {

    /** What is made when a collection is read or copied. */
    enum Form {
        LIST(54),
        LINKED_LIST(55),
        IMMUTABLE_LIST(56),
        SET(57),
        LINKED_SET(58),
        SORTED_SET(59),
        IMMUTABLE_SET(60),
        DEQUE(61),
        PRIORITY_QUEUE(62);

        private final int tag;

        Form(int tag) {
            this.tag = tag;
        }

        private boolean list() {
            return compareTo(IMMUTABLE_LIST) <= 0;
        }

        private boolean set() {
            return compareTo(SET) >= 0 && compareTo(IMMUTABLE_SET) <= 0;
        }

        private boolean sorted() {
            return this == SORTED_SET || this == PRIORITY_QUEUE;
        }

        private Collection<Object> make(int size, Comparator<Object> order) {
            return switch (this) {
                case LIST, IMMUTABLE_LIST -> new ArrayList<>(size);
                case LINKED_LIST -> new LinkedList<>();
                case SET -> new HashSet<>(size * 4 / 3 + 1);
                case LINKED_SET, IMMUTABLE_SET -> new LinkedHashSet<>(size * 4 / 3 + 1);
                case SORTED_SET -> new TreeSet<>(order);
                case DEQUE -> new ArrayDeque<>(size + 1);
                case PRIORITY_QUEUE -> new PriorityQueue<>(Math.max(1, size), order);
            };
        }

        private Collection<Object> sealed(Collection<Object> made) {
            return switch (this) {
                case IMMUTABLE_LIST ->
                    made.contains(null) ? Collections.unmodifiableList((List<Object>) made) : List.copyOf(made);
                case IMMUTABLE_SET -> Collections.unmodifiableSet((Set<Object>) made);
                default -> made;
            };
        }
    }

    private final Class<?> valueClass;
    private final Form form;
    private final boolean frozen;
    private final Slot slot;

    /** {@code frozen}: the class itself cannot change, so that a collection of immutable values may be shared. */
    CollectionCodec(Class<?> valueClass, Form form, boolean frozen, Codecs codecs) {
        this.valueClass = valueClass;
        this.form = form;
        this.frozen = frozen;
        slot = new Slot(codecs);
    }

    @Override
    public Class<?> valueClass() {
        return valueClass;
    }

    @Override
    public boolean immutable() {
        return false;
    }

    @Override
    public int builtInTag() {
        return form.tag;
    }

    @Override
    public int canonicalTag() {
        return form.list() ? Form.LIST.tag : form.set() ? Form.SET.tag : form.tag;
    }

    @Override
    public String noKey() {
        return form.list() || form.set() ? null : noKey("it has no equality by content");
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        Collection<?> collection = (Collection<?>) value;
        if (tags.canonical() && form.set()) {
            writeSorted(collection, out, tags, depth);
            return;
        }
        if (form.sorted()) {
            Comparators.write(comparator(collection), slot, out, tags, depth);
        }
        out.writeVarInt(collection.size());
        if (form == Form.LIST && collection instanceof ArrayList<?> list) {
            for (int i = 0; i < list.size(); i++) {
                slot.write(list.get(i), out, tags, depth);
            }
            return;
        }
        for (Object element : collection) {
            slot.write(element, out, tags, depth);
        }
    }

    private void writeSorted(Collection<?> set, DataOutputView out, Tags tags, int depth) throws IOException {
        byte[][] elements = new byte[set.size()][];
        BytesOutput one = new BytesOutput();
        int i = 0;
        for (Object element : set) {
            one.reset();
            slot.write(element, one, tags, depth);
            elements[i++] = one.toByteArray();
        }
        Arrays.sort(elements, Arrays::compareUnsigned);
        out.writeVarInt(elements.length);
        for (byte[] element : elements) {
            out.write(element);
        }
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        Comparator<Object> order = form.sorted() && !tags.canonical() ? Comparators.read(in, tags) : null;
        int size = Lengths.read(in);
        Collection<Object> made = form.make(Math.min(size, Lengths.TRUSTED), order);
        for (int i = 0; i < size; i++) {
            made.add(Slot.read(in, tags));
        }
        return form.sealed(made);
    }

    @Override
    public Object copy(Object value, int depth) {
        Collection<?> collection = (Collection<?>) value;
        Collection<Object> made = form.make(collection.size(), comparator(collection));
        boolean same = frozen;
        for (Object element : collection) {
            Object copy = slot.copy(element, depth);
            same &= copy == element;
            made.add(copy);
        }
        return same ? value : form.sealed(made);
    }

    @SuppressWarnings("unchecked")
    private static Comparator<Object> comparator(Collection<?> collection) {
        if (collection instanceof SortedSet<?> set) {
            return (Comparator<Object>) set.comparator();
        }
        return collection instanceof PriorityQueue<?> queue ? (Comparator<Object>) queue.comparator() : null;
    }

    @Override
    public int hash(Object value) {
        Collection<?> collection = (Collection<?>) value;
        int h = collection.size();
        if (form.set()) {
            for (Object element : collection) {
                h += slot.hash(element);
            }
        } else if (form.list()) {
            for (Object element : collection) {
                h = Mix.and(h, slot.hash(element));
            }
        } else {
            throw new CodecException(noKey());
        }
        return Mix.of(h);
    }

    @Override
    public boolean equal(Object left, Object right) {
        if (!form.list()) {
            return left.equals(right);
        }
        Iterator<?> a = ((Collection<?>) left).iterator();
        Iterator<?> b = ((Collection<?>) right).iterator();
        while (a.hasNext() && b.hasNext()) {
            if (!slot.equal(a.next(), b.next())) {
                return false;
            }
        }
        return a.hasNext() == b.hasNext();
    }

    @Override
    public int compare(Object left, Object right) {
        if (!form.list()) {
            return Codec.super.compare(left, right);
        }
        Iterator<?> a = ((Collection<?>) left).iterator();
        Iterator<?> b = ((Collection<?>) right).iterator();
        while (a.hasNext() && b.hasNext()) {
            int order = slot.compare(a.next(), b.next());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(a.hasNext(), b.hasNext());
    }
}
