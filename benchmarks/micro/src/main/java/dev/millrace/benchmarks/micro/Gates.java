package dev.millrace.benchmarks.micro;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.element.Watermark;
import dev.millrace.network.Channel;
import dev.millrace.network.ChannelId;
import dev.millrace.network.memory.MemoryChannels;
import dev.millrace.runtime.InputWiring;
import dev.millrace.runtime.exchange.Gate;
import dev.millrace.runtime.exchange.GateReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A gate with some lanes: each sends a batch and a watermark, all are read. Time per round of all lanes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Gates {
    @Param({"1", "2", "16", "128"})
    public int lanes;

    private final List<Channel.Sender> senders = new ArrayList<>();
    private final Rows reader = new Rows();
    private final Batch batch = new Batch(new Object[512], null, null, 512);
    private Gate gate;
    private long time;

    @Setup
    public void open() {
        MemoryChannels channels = new MemoryChannels();
        List<ChannelId> ids = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            ChannelId id = new ChannelId("bench", 0, 0, lane, 0);
            ids.add(id);
            senders.add(channels.sender(id, () -> {}));
        }
        gate = new Gate(List.of(new InputWiring(0, ids)), channels, Long.MIN_VALUE, () -> {});
    }

    @Benchmark
    public long batchesAndWatermarks() {
        time++;
        for (Channel.Sender sender : senders) {
            if (!sender.hasRoom()) {
                throw new IllegalStateException("the gate has left something");
            }
            sender.send(batch);
            sender.send(new Watermark(time));
        }
        boolean more = true;
        while (more) {
            more = gate.advance(reader);
        }
        return reader.rows;
    }

    /** Takes everything. */
    private static final class Rows implements GateReader {
        private long rows;

        @Override
        public boolean admits(int input) {
            return true;
        }

        @Override
        public int onRows(int input, Batch batch, int from) {
            rows += batch.size() - from;
            return batch.size();
        }

        @Override
        public void onWatermark(long timestamp) {}

        @Override
        public void onIdle(boolean idle) {}

        @Override
        public void onBarrier(Barrier barrier) {}

        @Override
        public void onEndOfData(EndOfData mode) {}
    }
}
