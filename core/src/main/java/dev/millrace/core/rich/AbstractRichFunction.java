package dev.millrace.core.rich;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.option.Configuration;

/** Holds the runtime context for functions with a life cycle. */
@ModelApi
public abstract class AbstractRichFunction implements RichFunction {

    private transient RuntimeContext runtimeContext;

    @Override
    public void setRuntimeContext(RuntimeContext context) {
        runtimeContext = context;
    }

    @Override
    public RuntimeContext getRuntimeContext() {
        if (runtimeContext == null) {
            throw new IllegalStateException(
                    "there is no runtime context yet; it can be asked for from open() on, not in the constructor");
        }
        return runtimeContext;
    }

    @Override
    public IterationRuntimeContext getIterationRuntimeContext() {
        if (getRuntimeContext() instanceof IterationRuntimeContext iteration) {
            return iteration;
        }
        throw new IllegalStateException("this function does not run in an iteration");
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        open(new Configuration());
    }

    @Override
    public void open(Configuration parameters) throws Exception {}

    @Override
    public void close() throws Exception {}
}
