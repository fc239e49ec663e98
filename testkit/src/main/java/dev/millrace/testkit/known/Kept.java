package dev.millrace.testkit.known;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A reference to an object of this process that functions on their journey to tasks of this process take along. */
final class Kept<T> implements SharedReference<T> {
    private static final long serialVersionUID = 1;
    private static final Map<Integer, Object> OBJECTS = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final int number;

    private Kept(int number) {
        this.number = number;
    }

    static <T> Kept<T> of(T object) {
        int number = NEXT.getAndIncrement();
        OBJECTS.put(number, object);
        return new Kept<>(number);
    }

    @Override
    @SuppressWarnings("unchecked") // the number was given to an object of this type
    public T get() {
        T object = (T) OBJECTS.get(number);
        if (object == null) {
            throw new IllegalStateException("the shared object " + number + " is gone: its test has ended");
        }
        return object;
    }

    void forget() {
        OBJECTS.remove(number);
    }
}
