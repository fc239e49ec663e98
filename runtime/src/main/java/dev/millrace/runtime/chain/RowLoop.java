package dev.millrace.runtime.chain;

import dev.millrace.core.element.Batch;
import dev.millrace.core.operator.BatchOperator;
import dev.millrace.core.operator.Receiver;
import dev.millrace.core.state.KeyedState;

/** The loop over the rows of a batch, with code of its own for each operator that heads a chain. */
final class RowLoop implements Rows {
    private final OperatorLink link;
    private final Receiver<Object> receiver;
    private final BatchOperator batches;
    private final Brake brake;
    private final Pace pace;
    private Batch entered;

    RowLoop(OperatorLink link, Receiver<Object> receiver, Brake brake, Pace pace) {
        this.link = link;
        this.receiver = receiver;
        this.batches = receiver instanceof BatchOperator whole ? whole : null;
        this.brake = brake;
        this.pace = pace;
    }

    @Override
    public int take(int input, Batch batch, int from) {
        KeyedState state = link.state();
        boolean keyed = state != null && batch.keys() != null;
        if (keyed && (entered != batch || link.haveTimersFired())) {
            entered = batch;
            state.enter(batch);
        }
        if (batches != null && pace == Pace.FREE && (keyed || state == null)) {
            return whole(input, batch, from);
        }
        return keyed ? keyed(state, input, batch, from) : plain(state, input, batch, from);
    }

    private int whole(int input, Batch batch, int from) {
        try {
            batches.onBatch(input, batch, from, batch.size());
        } catch (Throwable failure) {
            throw OperatorFailure.in(link.node().name(), failure);
        }
        return batch.size();
    }

    private int keyed(KeyedState state, int input, Batch batch, int from) {
        int row = from;
        try {
            for (int end = batch.size(); row < end; row++) {
                if (brake.isPulled() || !pace.admits(input)) {
                    return row;
                }
                state.at(row);
                receiver.onRecord(input, batch.value(row), batch.timestamp(row));
            }
        } catch (Throwable failure) {
            throw OperatorFailure.at(link, batch.value(row), failure);
        }
        return row;
    }

    private int plain(KeyedState state, int input, Batch batch, int from) {
        int row = from;
        try {
            for (int end = batch.size(); row < end; row++) {
                if (brake.isPulled() || !pace.admits(input)) {
                    return row;
                }
                if (state != null) {
                    link.selectKey(input, batch.value(row));
                }
                receiver.onRecord(input, batch.value(row), batch.timestamp(row));
            }
        } catch (Throwable failure) {
            throw OperatorFailure.at(link, batch.value(row), failure);
        }
        return row;
    }
}
