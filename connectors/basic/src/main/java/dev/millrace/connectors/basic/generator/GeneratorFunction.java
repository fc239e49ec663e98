package dev.millrace.connectors.basic.generator;

import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.function.Function;

/** Computes a record from a number. After a restart it is asked for the numbers not emitted yet, so it keeps no count. */
@ModelApi
@FunctionalInterface
public interface GeneratorFunction<T, O> extends Function {

    /** Prepares the function; called once, before the first number. */
    default void open(SourceReaderContext readerContext) throws Exception {}

    /** Releases everything. */
    default void close() throws Exception {}

    O map(T value) throws Exception;
}
