package dev.millrace.verification.simulation;

import dev.millrace.testkit.simulation.Outcome;
import dev.millrace.testkit.simulation.SimulationProgram;

/** A sort of job, in many sizes, with what must come out of it. */
interface Shape {
    /** A job whose size follows from a seed. */
    Sized of(long seed);

    /** A job of a size. */
    interface Sized extends SimulationProgram {
        /** Compares with what a plain calculation gives. */
        void check(Outcome outcome);
    }
}
