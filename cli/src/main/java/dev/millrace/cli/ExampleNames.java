package dev.millrace.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

/** The names of all examples, for shells to complete. */
final class ExampleNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        try {
            return Example.all(ExampleNames.class.getClassLoader()).stream()
                    .map(Example::name)
                    .iterator();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the list of examples cannot be read", unreadable);
        }
    }
}
