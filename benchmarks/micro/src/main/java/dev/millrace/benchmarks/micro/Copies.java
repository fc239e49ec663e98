package dev.millrace.benchmarks.micro;

import dev.millrace.core.type.TypeSystem;
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

/** What a copy between two operators costs, beside one by hand and none at all. Time per value. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Copies {
    private static final int SIZE = 1_000;

    @Param
    public Values kind;

    private dev.millrace.runtime.chain.Copies copies;
    private Object[] values;

    @Setup
    public void make() {
        copies = new dev.millrace.runtime.chain.Copies(TypeSystem.create(Copies.class.getClassLoader()));
        values = kind.some(SIZE);
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public void ofTheChain(Blackhole hole) {
        for (Object value : values) {
            hole.consume(copies.of(value));
        }
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public void none(Blackhole hole) {
        for (Object value : values) {
            hole.consume(value);
        }
    }
}
