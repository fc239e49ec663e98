package dev.millrace.core.format;

import dev.millrace.core.ModelApi;
import dev.millrace.core.rich.RuntimeContext;
import java.io.IOException;

/** An input format with a context, opened and closed once beside its splits. */
@ModelApi
public abstract class RichInputFormat<OT, T extends InputSplit> implements InputFormat<OT, T> {
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

    /** Comes once, before the first split. */
    public void openInputFormat() throws IOException {}

    /** Comes once, after the last split. */
    public void closeInputFormat() throws IOException {}
}
