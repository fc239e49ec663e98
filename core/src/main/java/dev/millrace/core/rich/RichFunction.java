package dev.millrace.core.rich;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.Function;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.option.Configuration;

/** A function that is opened before its first record and closed after its last. */
@ModelApi
public interface RichFunction extends Function {

    /** Prepares the function; called once per instance, after state has been restored and before the first record. */
    default void open(OpenContext openContext) throws Exception {
        open(new Configuration());
    }

    /** The older form of {@link #open(OpenContext)}; the configuration is empty. */
    default void open(Configuration parameters) throws Exception {}

    /** Releases what {@code open} took; called once, also after a failure. */
    default void close() throws Exception {}

    /** What the function may ask about the task it runs in; there from before {@code open}. */
    RuntimeContext getRuntimeContext();

    IterationRuntimeContext getIterationRuntimeContext();

    /** Called by the engine. */
    void setRuntimeContext(RuntimeContext context);
}
