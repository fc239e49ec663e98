package dev.millrace.benchmarks.millrace;

import dev.millrace.benchmarks.workload.Gaps;
import dev.millrace.benchmarks.workload.Latencies;
import dev.millrace.benchmarks.workload.SteadyRate;
import dev.millrace.benchmarks.workload.Tally;
import dev.millrace.core.connector.Sink;
import dev.millrace.core.connector.SinkWriter;
import dev.millrace.core.connector.WriterInitContext;
import java.io.Serializable;

/** Adds up the checksums of what it is given; it may also note how late they are or for how long none came. */
final class TallySink<T> implements Sink<T> {
    private static final long serialVersionUID = 1;

    /** What is noted beside the checksum. */
    private enum Noted {
        NOTHING,
        LATENESS,
        GAPS
    }

    /** A number of a record. */
    interface Number<T> extends Serializable {
        long of(T value);
    }

    private final Number<T> check;
    private final Number<T> due;
    private final Noted noted;

    TallySink(Number<T> check) {
        this(check, check, Noted.NOTHING);
    }

    /** @param due the time at which a record was due */
    TallySink(Number<T> check, Number<T> due) {
        this(check, due, Noted.LATENESS);
    }

    private TallySink(Number<T> check, Number<T> due, Noted noted) {
        this.check = check;
        this.due = due;
        this.noted = noted;
    }

    /** One that notes for how long nothing came. */
    static <T> TallySink<T> withGaps(Number<T> check) {
        return new TallySink<>(check, check, Noted.GAPS);
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return switch (noted) {
            case NOTHING -> new Writer<>(check);
            case LATENESS -> new LateWriter<>(check, due);
            case GAPS -> new GapWriter<>(check);
        };
    }

    private static final class Writer<T> implements SinkWriter<T> {
        private final Number<T> check;
        private final Tally tally = new Tally();

        Writer(Number<T> check) {
            this.check = check;
        }

        @Override
        public void write(T value, Context context) {
            tally.add(check.of(value));
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {
            tally.close();
        }
    }

    private static final class GapWriter<T> implements SinkWriter<T> {
        private final Number<T> check;
        private final Tally tally = new Tally();
        private final Gaps gaps = new Gaps();

        GapWriter(Number<T> check) {
            this.check = check;
        }

        @Override
        public void write(T value, Context context) {
            tally.add(check.of(value));
            gaps.beat();
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {
            tally.close();
            gaps.close();
        }
    }

    private static final class LateWriter<T> implements SinkWriter<T> {
        private final Number<T> check;
        private final Number<T> due;
        private final Tally tally = new Tally();
        private final Latencies latencies = new Latencies(SteadyRate.SKIPPED_NANOS);

        LateWriter(Number<T> check, Number<T> due) {
            this.check = check;
            this.due = due;
        }

        @Override
        public void write(T value, Context context) {
            tally.add(check.of(value));
            latencies.arrived(due.of(value), System.nanoTime());
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {
            tally.close();
            latencies.close();
        }
    }
}
