package dev.millrace.runtime.source;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.runtime.chain.Brake;
import dev.millrace.runtime.chain.ChainOutput;
import dev.millrace.runtime.chain.Pace;

/**
 * The loop over the calls of a reader, with code of its own for each class of readers: many readers emit one record a call.
 * Owned by the task's thread.
 */
final class ReaderLoop implements ReaderTurn {
    /** After how many records other work of the task gets its turn; one call of the reader may exceed it. */
    private static final int RECORDS_PER_TURN = SourceReader.RECORDS_PER_POLL_MAX;

    private final SourceReader<Object, ?> reader;
    private final ReaderOutput<Object> records;
    private final SourceEmitter emitter;
    private final ChainOutput output;
    private final Brake brake;
    private final SourceAlignment alignment;

    ReaderLoop(
            SourceReader<Object, ?> reader,
            SourceEmitter emitter,
            ChainOutput output,
            Brake brake,
            SourceAlignment alignment) {
        this.reader = reader;
        this.records = emitter.whole();
        this.emitter = emitter;
        this.output = output;
        this.brake = brake;
        this.alignment = alignment;
    }

    @Override
    public InputStatus take(Pace pace) throws Exception {
        long until = output.records() + RECORDS_PER_TURN;
        boolean free = pace.isFree() && !alignment.isOn();
        InputStatus status;
        do {
            status = reader.pollNext(records);
            emitter.polled();
        } while (status == InputStatus.MORE_AVAILABLE
                && output.records() < until
                && !brake.isPulled()
                && (free || mayGoOn(pace)));
        if (brake.isCalled()) {
            emitter.slow();
        }
        if (alignment.isOn()) {
            alignment.apply();
        }
        return status;
    }

    private boolean mayGoOn(Pace pace) {
        if (alignment.isOn()) {
            alignment.apply();
        }
        return pace.isReady() && !alignment.isHeld();
    }
}
