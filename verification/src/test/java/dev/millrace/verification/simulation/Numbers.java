package dev.millrace.verification.simulation;

import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.connector.SourceSplit;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The numbers from {@code first} to before {@code end}, in splits of a size that readers ask for, with pauses.
 *
 * @param pauseMillisMax how long a reader that pauses has nothing at most
 */
record Numbers(long first, long end, int splitSize, int pauseMillisMax) implements Source<Long, Numbers.Range, String> {

    /** The numbers from {@code next} to before {@code end}. */
    record Range(long first, long next, long end) implements SourceSplit {
        @Override
        public String splitId() {
            return Long.toString(first);
        }

        private String text() {
            return first + ":" + next + ":" + end;
        }

        private static Range of(String text) {
            long[] parts =
                    Arrays.stream(text.split(":")).mapToLong(Long::parseLong).toArray();
            return new Range(parts[0], parts[1], parts[2]);
        }
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<Long, Range> createReader(SourceReaderContext context) {
        return new NumbersReader(context, pauseMillisMax);
    }

    @Override
    public SplitEnumerator<Range, String> createEnumerator(SplitEnumeratorContext<Range> context) {
        List<Range> all = new ArrayList<>();
        for (long from = first; from < end; from += splitSize) {
            all.add(new Range(from, from, Math.min(end, from + splitSize)));
        }
        return new Dealer(context, all);
    }

    @Override
    public SplitEnumerator<Range, String> restoreEnumerator(SplitEnumeratorContext<Range> context, String left) {
        List<Range> ranges = new ArrayList<>();
        if (!left.isEmpty()) {
            Arrays.stream(left.split(";")).map(Range::of).forEach(ranges::add);
        }
        return new Dealer(context, ranges);
    }

    @Override
    public SimpleVersionedSerializer<Range> getSplitSerializer() {
        return new Text<>() {
            @Override
            public byte[] serialize(Range range) {
                return bytes(range.text());
            }

            @Override
            public Range deserialize(int version, byte[] bytes) {
                return Range.of(text(bytes));
            }
        };
    }

    @Override
    public SimpleVersionedSerializer<String> getEnumeratorCheckpointSerializer() {
        return new Text<>() {
            @Override
            public byte[] serialize(String left) {
                return bytes(left);
            }

            @Override
            public String deserialize(int version, byte[] bytes) {
                return text(bytes);
            }
        };
    }

    private interface Text<E> extends SimpleVersionedSerializer<E> {
        @Override
        default int getVersion() {
            return 1;
        }

        default byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        default String text(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Deals out a split at each request. */
    private static final class Dealer implements SplitEnumerator<Range, String> {
        private final SplitEnumeratorContext<Range> context;
        private final List<Range> left;

        Dealer(SplitEnumeratorContext<Range> context, List<Range> left) {
            this.context = context;
            this.left = left;
        }

        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int subtask, String host) {
            if (left.isEmpty()) {
                context.signalNoMoreSplits(subtask);
            } else {
                context.assignSplit(left.remove(0), subtask);
            }
        }

        @Override
        public void addSplitsBack(List<Range> splits, int subtask) {
            left.addAll(splits);
        }

        @Override
        public void addReader(int subtask) {}

        @Override
        public String snapshotState(long checkpointId) {
            return left.stream().map(Range::text).collect(Collectors.joining(";"));
        }

        @Override
        public void close() {}
    }
}
