package dev.millrace.core.code;

import java.lang.ref.WeakReference;

/**
 * What the instances of a class have learnt that later ones begin with, without keeping it alive. A class with {@linkplain
 * OwnCode code of its own} has one for each combination of callees. Thread-safe; whoever uses it must be right without it.
 */
public final class Learnt<T> {

    private volatile WeakReference<T> last = new WeakReference<>(null);

    /** What was learnt last, or null. */
    public T get() {
        return last.get();
    }

    public void set(T learnt) {
        last = new WeakReference<>(learnt);
    }
}
