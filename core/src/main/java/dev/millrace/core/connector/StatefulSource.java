package dev.millrace.core.connector;

import dev.millrace.core.operator.OperatorContext;
import java.util.concurrent.Executor;

/**
 * A source whose readers see their task as an operator does, keep state beside their splits, and may run code that waits.
 * The engine makes its readers here and not by {@link #createReader(SourceReaderContext)}.
 */
public interface StatefulSource<T, SplitT extends SourceSplit, EnumChkT> extends Source<T, SplitT, EnumChkT> {

    /**
     * A fresh reader for one task.
     *
     * @param waiting gives each thing that is run a thread of its own, which it may keep for as long as the task lives;
     *     it must end soon after the reader is closed
     */
    StatefulReader<T, SplitT> createReader(OperatorContext task, Executor waiting) throws Exception;

    @Override
    default SourceReader<T, SplitT> createReader(SourceReaderContext readerContext) {
        throw new UnsupportedOperationException(
                getClass().getName() + " makes its readers with an operator context; call the other createReader");
    }
}
