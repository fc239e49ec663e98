package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.Function;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.rich.RichFunction;

/** An operator around a user function, which it opens and closes. */
@ModelApi
public abstract class AbstractUdfStreamOperator<OUT, F extends Function> extends AbstractStreamOperator<OUT> {
    private static final long serialVersionUID = 1;

    protected final F userFunction;

    protected AbstractUdfStreamOperator(F userFunction) {
        this.userFunction = java.util.Objects.requireNonNull(userFunction, "function");
    }

    public F getUserFunction() {
        return userFunction;
    }

    @Override
    public void open() throws Exception {
        if (userFunction instanceof RichFunction rich) {
            rich.setRuntimeContext(getRuntimeContext());
            rich.open(OpenContext.DEFAULT);
        }
    }

    @Override
    public void close() throws Exception {
        if (userFunction instanceof RichFunction rich) {
            rich.close();
        }
    }
}
