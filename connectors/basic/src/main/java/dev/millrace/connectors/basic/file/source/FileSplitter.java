package dev.millrace.connectors.basic.file.source;

import dev.millrace.core.file.FileStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts files into splits: small enough that all readers end at about the same time, large enough that a split is worth its
 * message. Compressed files, and files of a format that has to begin at the start, stay whole.
 */
final class FileSplitter {

    private static final long SPLIT_BYTES_MIN = 4L << 20;
    private static final long SPLIT_BYTES_MAX = 64L << 20;
    private static final int SPLITS_PER_READER = 4;

    private FileSplitter() {}

    static List<FileSourceSplit> cut(List<FileStatus> files, boolean splittable, int readers) {
        long total = files.stream().mapToLong(FileStatus::length).sum();
        long splitBytes =
                Math.max(SPLIT_BYTES_MIN, Math.min(SPLIT_BYTES_MAX, total / ((long) readers * SPLITS_PER_READER)));
        List<FileSourceSplit> splits = new ArrayList<>();
        for (FileStatus file : files) {
            boolean whole = !splittable || SplitReading.isCompressed(file.path());
            long pieces = whole ? 1 : 1 + Math.max(0, file.length() - 1) / splitBytes;
            for (long i = 0; i < pieces; i++) {
                long begin = border(file.length(), i, pieces);
                long length = border(file.length(), i + 1, pieces) - begin;
                splits.add(FileSourceSplit.fresh(file.path(), begin, length, file.length()));
            }
        }
        return splits;
    }

    private static long border(long length, long piece, long pieces) {
        return length / pieces * piece + length % pieces * piece / pieces;
    }
}
