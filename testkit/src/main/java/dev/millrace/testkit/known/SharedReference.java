package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.function.Consumer;
import java.util.function.Function;

/** A reference to an object of a test, which functions may hold: they see the object itself, not a copy. */
@ModelApi
public interface SharedReference<T> extends Serializable {

    T get();

    /** Asks the object for something, alone. */
    default <R> R applySync(Function<T, R> function) {
        T object = get();
        synchronized (object) {
            return function.apply(object);
        }
    }

    /** Does something with the object, alone. */
    default void consumeSync(Consumer<T> consumer) {
        T object = get();
        synchronized (object) {
            consumer.accept(object);
        }
    }
}
