package dev.millrace.verification.architecture.bad.stream;

import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

final class ClockReader {
    LongSupplier byReference = System::nanoTime;
    long time = System.currentTimeMillis();
    Instant instant = Instant.now();
    Random dice = new Random();
    int chance = ThreadLocalRandom.current().nextInt();
    double more = Math.random();
}
