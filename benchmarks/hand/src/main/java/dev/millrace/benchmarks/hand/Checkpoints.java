package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.KeyedCount;
import dev.millrace.benchmarks.workload.LargeState;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.Tally;
import dev.millrace.benchmarks.workload.Types;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One thread and one table, which is written to a file when its time has come; until it is written all stands still. */
final class Checkpoints {
    private static final int RECORDS_PER_CLOCK = 1 << 16;

    private final Path file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
    private long next = System.nanoTime() + LargeState.CHECKPOINT_MILLIS * 1_000_000;
    private int checkpoints;
    private long longest;

    private Checkpoints(Path file) {
        this.file = file;
    }

    static String run(Setup setup) throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(setup.scratch()), "hand", ".checkpoint");
        Checkpoints checkpoints = new Checkpoints(file);
        try (Tally tally = new Tally()) {
            if (setup.workload().types() == Types.RECORDS) {
                checkpoints.payments(setup, tally);
            } else {
                checkpoints.longs(setup, tally);
            }
        } finally {
            Files.delete(file);
        }
        return checkpoints.checkpoints + " checkpoints, longest " + checkpoints.longest / 1_000_000 + " ms";
    }

    private void longs(Setup setup, Tally tally) throws IOException {
        int keys = setup.keys();
        LongTable table = new LongTable(1024);
        for (long number = 0; number < setup.records(); number++) {
            long key = KeyedCount.key(number, keys);
            int at = table.place(key);
            tally.add(LargeState.check(key, ++table.first[at]));
            if (number % RECORDS_PER_CLOCK == 0 && System.nanoTime() > next) {
                write(out -> {
                    for (int i = 0; i < table.keys.length; i++) {
                        if (table.keys[i] != LongTable.FREE) {
                            room(out, 16).putLong(table.keys[i]).putLong(table.first[i]);
                        }
                    }
                });
            }
        }
    }

    private void payments(Setup setup, Tally tally) throws IOException {
        TextTable table = new TextTable(1024);
        int keys = setup.keys();
        for (long number = 0; number < setup.records(); number++) {
            KeyedCount.Payment payment = KeyedCount.payment(number, keys);
            int at = table.place(payment.account());
            long[] totals = table.longs;
            long count = ++totals[at];
            long sum = totals[at + 1] += payment.amount();
            long largest = totals[at + 2] = Math.max(totals[at + 2], payment.amount());
            tally.add(KeyedCount.check(payment.account(), count, sum, largest));
            if (number % RECORDS_PER_CLOCK == 0 && System.nanoTime() > next) {
                write(out -> {
                    for (int i = 0; i < table.keys.length; i++) {
                        if (table.keys[i] != null) {
                            byte[] text = table.keys[i].getBytes(StandardCharsets.ISO_8859_1);
                            room(out, 32 + text.length).putInt(text.length).put(text);
                            for (int column = 0; column < 3; column++) {
                                buffer.putLong(table.longs[i * 4 + column]);
                            }
                        }
                    }
                });
            }
        }
    }

    /** Writes entries into the buffer. */
    private interface Entries {
        void writeTo(FileChannel out) throws IOException;
    }

    private void write(Entries entries) throws IOException {
        long start = System.nanoTime();
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            buffer.clear();
            entries.writeTo(out);
            room(out, buffer.capacity());
        }
        checkpoints++;
        longest = Math.max(longest, System.nanoTime() - start);
        next = System.nanoTime() + LargeState.CHECKPOINT_MILLIS * 1_000_000;
    }

    private ByteBuffer room(FileChannel out, int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            buffer.clear();
        }
        return buffer;
    }
}
