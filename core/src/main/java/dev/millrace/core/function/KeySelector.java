package dev.millrace.core.function;

import dev.millrace.core.ModelApi;

/** Finds the key of a record. The same record must always have the same key. */
@ModelApi
@FunctionalInterface
public interface KeySelector<IN, KEY> extends Function {

    /** The key; null is an error. */
    KEY getKey(IN value) throws Exception;
}
