package dev.millrace.stream.operator;

import dev.millrace.core.code.OwnCode;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.Output;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** The collector of an operator: what is collected gets the timestamp of what is being worked on. */
public interface Emitter<O> extends Collector<O> {

    /** An emitter to this output. */
    @SuppressWarnings("unchecked") // it takes what the output takes
    static <O> Emitter<O> to(Output<O> output) {
        return (Emitter<O>)
                OwnCode.make(MethodHandles.lookup(), OutputEmitter.class, List.of(output.getClass()), output);
    }

    /** Sets the timestamp of what follows; milliseconds since the epoch or {@link dev.millrace.core.element.Batch#NO_TIMESTAMP}. */
    Emitter<O> at(long newTimestamp);

    /** Emits to a side output. */
    <X> void output(OutputTag<X> tag, X value);

    /** The timestamp as user code sees it: null when there is none. */
    Long timestamp();
}
