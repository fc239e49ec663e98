package dev.millrace.testkit.simulation;

import dev.millrace.stream.StreamExecutionEnvironment;

/** Writes a program: adds its sources, operations and sinks to the environment. It is not executed there. */
@FunctionalInterface
public interface SimulationProgram {
    void write(StreamExecutionEnvironment environment) throws Exception;
}
