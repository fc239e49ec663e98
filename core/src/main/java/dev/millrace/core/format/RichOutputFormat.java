package dev.millrace.core.format;

import dev.millrace.core.ModelApi;
import dev.millrace.core.rich.RuntimeContext;

/** An output format with a context. */
@ModelApi
public abstract class RichOutputFormat<IT> implements OutputFormat<IT> {
    private static final long serialVersionUID = 1;

    private transient RuntimeContext runtimeContext;

    public void setRuntimeContext(RuntimeContext context) {
        runtimeContext = context;
    }

    public RuntimeContext getRuntimeContext() {
        if (runtimeContext == null) {
            throw new IllegalStateException("the format has no context before it runs in a task");
        }
        return runtimeContext;
    }
}
