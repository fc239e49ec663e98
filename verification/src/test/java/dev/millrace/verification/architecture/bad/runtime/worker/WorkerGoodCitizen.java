package dev.millrace.verification.architecture.bad.runtime.worker;

/** Lies where threads are made and clocks are read. */
final class WorkerGoodCitizen {
    long start() {
        new Thread(this::start).start();
        return System.nanoTime();
    }
}
