package dev.millrace.benchmarks.flink;

import dev.millrace.benchmarks.workload.Latencies;
import dev.millrace.benchmarks.workload.SteadyRate;
import dev.millrace.benchmarks.workload.Tally;
import java.io.Serializable;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Adds up the checksums of what it is given; told when records were due, it also notes how late they are. */
final class TallySink<T> implements Sink<T> {
    private static final long serialVersionUID = 1;

    /** A number of a record. */
    interface Number<T> extends Serializable {
        long of(T value);
    }

    private final Number<T> check;
    private final Number<T> due;

    TallySink(Number<T> check) {
        this(check, null);
    }

    /** @param due the time at which a record was due, or null when nobody asks */
    TallySink(Number<T> check, Number<T> due) {
        this.check = check;
        this.due = due;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return due == null ? new Writer<>(check) : new LateWriter<>(check, due);
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
