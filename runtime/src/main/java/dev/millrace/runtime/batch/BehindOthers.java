package dev.millrace.runtime.batch;

import dev.millrace.core.element.Batch;
import dev.millrace.runtime.chain.Chain;

/**
 * Gathers the records of input 0 until the other inputs have ended; then it gives them to the chain as they arrived, and
 * those that come later pass by. Owned by the task's thread.
 */
final class BehindOthers implements Stage {

    private final Gathered gathered;
    private final Chain chain;
    private boolean othersEnded;
    private int next;
    private Batch batch;
    private int row;

    BehindOthers(Gathered gathered, Chain chain) {
        this.gathered = gathered;
        this.chain = chain;
    }

    @Override
    public boolean holds(int input) {
        return input == 0 && !othersEnded;
    }

    @Override
    public void take(int input, Batch rows, int from) {
        for (int at = from; at < rows.size(); at++) {
            gathered.add(rows, at);
        }
        gathered.charge();
    }

    @Override
    public void onOthersEnded() {
        othersEnded = true;
    }

    @Override
    public void onAllEnded() {}

    @Override
    public boolean isDelivering() {
        return othersEnded && (batch != null || next < gathered.size());
    }

    @Override
    public boolean deliver() {
        if (batch == null) {
            nextBatch();
        }
        int reached = chain.onRows(0, batch, row);
        boolean any = reached > row;
        row = reached;
        if (row == batch.size()) {
            batch = null;
            if (next == gathered.size()) {
                next = 0;
                close();
            }
        }
        return any;
    }

    private void nextBatch() {
        int size = Math.min(Batch.ROWS_MAX, gathered.size() - next);
        Object[] values = new Object[size];
        long[] timestamps = new long[size];
        for (int place = 0; place < size; place++) {
            values[place] = gathered.value(next);
            timestamps[place] = gathered.timestamp(next);
            gathered.forget(next++);
        }
        batch = new Batch(values, timestamps, null, size);
        row = 0;
    }

    @Override
    public void close() {
        gathered.close();
    }
}
