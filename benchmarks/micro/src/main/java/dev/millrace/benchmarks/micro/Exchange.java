package dev.millrace.benchmarks.micro;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.Element;
import dev.millrace.network.Channel;
import dev.millrace.network.ChannelId;
import dev.millrace.network.memory.MemoryChannels;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Control;

/** Batches through a channel: from one thread to another, and there and back within one. */
@State(Scope.Group)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Exchange {
    @Param({"1", "16", "512"})
    public int rows;

    private Channel.Sender sender;
    private Channel.Receiver receiver;
    private Batch batch;

    @Setup
    public void open() {
        ChannelId id = new ChannelId("bench", 0, 0, 0, 0);
        MemoryChannels channels = new MemoryChannels();
        sender = channels.sender(id, () -> {});
        receiver = channels.receiver(id, () -> {});
        batch = new Batch(new Object[rows], null, null, rows);
    }

    @Benchmark
    @Group("twoThreads")
    @GroupThreads(1)
    public void send(Control control) {
        while (!sender.hasRoom()) {
            if (control.stopMeasurement) {
                return;
            }
            Thread.onSpinWait();
        }
        sender.send(batch);
    }

    @Benchmark
    @Group("twoThreads")
    @GroupThreads(1)
    public Element receive(Control control) {
        Element element = receiver.poll();
        while (element == null && !control.stopMeasurement) {
            Thread.onSpinWait();
            element = receiver.poll();
        }
        return element;
    }

    @Benchmark
    @Group("oneThread")
    @GroupThreads(1)
    public Element sendAndReceive() {
        if (sender.hasRoom()) {
            sender.send(batch);
        }
        return receiver.poll();
    }
}
