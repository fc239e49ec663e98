package dev.millrace.stream.function;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/** Says under which names a record of a split stream is found. */
@ModelApi
@FunctionalInterface
public interface OutputSelector<OUT> extends Serializable {

    /** The names; none for a record that nobody reads. */
    Iterable<String> select(OUT value);
}
