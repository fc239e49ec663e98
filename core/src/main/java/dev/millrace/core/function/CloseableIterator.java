package dev.millrace.core.function;

import dev.millrace.core.ModelApi;
import java.util.Iterator;

/** An iterator that holds something open until it is closed. */
@ModelApi
@SuppressWarnings("try") // closing may wait for a job to end and be interrupted
public interface CloseableIterator<T> extends Iterator<T>, AutoCloseable {

    /** Walks an iterator that holds nothing open. */
    static <T> CloseableIterator<T> adapterForIterator(Iterator<T> iterator) {
        return new CloseableIterator<>() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public T next() {
                return iterator.next();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    void close() throws Exception;
}
