package dev.millrace.runtime.chain;

import dev.millrace.core.operator.CommitListener;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.Reporter;
import dev.millrace.state.snapshot.OperatorListsWriter;

/**
 * What an operator is told beside its records: that it begins and ends, and of checkpoints. What it throws carries its name.
 * Owned by the task's thread.
 */
final class OperatorLife {
    private final String name;
    private final Operator<Object, Object> operator;

    OperatorLife(String name, Operator<Object, Object> operator) {
        this.name = name;
        this.operator = operator;
    }

    private interface Call {
        void run() throws Exception;
    }

    private void named(Call call) {
        try {
            call.run();
        } catch (Throwable failure) {
            throw OperatorFailure.in(name, failure);
        }
    }

    void open(OperatorContext context, Output<Object> output) {
        named(() -> operator.open(context, output));
    }

    /** The inputs have drained and event time has come to its end; true when the operator is done. */
    boolean finish() {
        try {
            return operator.finish();
        } catch (Throwable failure) {
            throw OperatorFailure.in(name, failure);
        }
    }

    void suspend() {
        named(operator::suspend);
    }

    void beforeBarrier(long checkpointId) {
        named(() -> operator.beforeBarrier(checkpointId));
    }

    void snapshot(long checkpointId, OperatorListsWriter lists) throws Exception {
        operator.snapshot(checkpointId, lists);
    }

    /** How far the program has taken the operator's reports on a channel. */
    void reportTaken(String channel, long position) {
        if (operator instanceof Reporter reporter) {
            named(() -> reporter.onTaken(channel, position));
        }
    }

    /** A checkpoint has been published, or will never complete. */
    void checkpointEnded(long checkpointId, boolean complete) {
        if (operator instanceof CommitListener listener) {
            named(() -> {
                if (complete) {
                    listener.onComplete(checkpointId);
                } else {
                    listener.onAborted(checkpointId);
                }
            });
        }
    }
}
