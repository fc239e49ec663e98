package dev.millrace.benchmarks.micro;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.type.ValueType;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Values to bytes and back. Time per value. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Serializers {
    private static final int SIZE = 1_000;

    @Param
    public Values kind;

    private final BytesOutput out = new BytesOutput(1 << 18);
    private final BytesInput in = new BytesInput(new byte[0]);
    private ValueType<Object> type;
    private Object[] values;
    private byte[] bytes;

    @Setup
    public void make() throws IOException {
        type = kind.type();
        values = kind.some(SIZE);
        write();
        bytes = out.toByteArray();
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public int write() throws IOException {
        out.reset();
        for (Object value : values) {
            type.write(value, out);
        }
        return out.position();
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public void read(Blackhole hole) throws IOException {
        in.reset(bytes, 0, bytes.length);
        for (int i = 0; i < SIZE; i++) {
            hole.consume(type.read(in));
        }
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public int hash() {
        int sum = 0;
        for (Object value : values) {
            sum += type.hash(value);
        }
        return sum;
    }
}
