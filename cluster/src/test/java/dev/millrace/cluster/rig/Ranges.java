package dev.millrace.cluster.rig;

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
import java.util.List;

/**
 * A source of numbers, in splits of a size, dealt out on request.
 *
 * @param start the first number
 * @param end the number after the last
 * @param failAtRequest the request at which the first enumerator fails
 */
public record Ranges(int start, int end, int splitSize, int failAtRequest)
        implements Source<Integer, Ranges.Range, String> {

    /** The numbers from 0 to before {@code count}. */
    public Ranges(int count, int splitSize) {
        this(0, count, splitSize, Integer.MAX_VALUE);
    }

    /** Numbers from {@code next} to before {@code end}. */
    public record Range(int first, int next, int end) implements SourceSplit {
        @Override
        public String splitId() {
            return "from-" + first;
        }

        String text() {
            return first + ":" + next + ":" + end;
        }

        static Range of(String text) {
            String[] parts = text.split(":");
            return new Range(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SplitEnumerator<Range, String> createEnumerator(SplitEnumeratorContext<Range> context) {
        List<Range> all = new ArrayList<>();
        for (int first = start; first < end; first += splitSize) {
            all.add(new Range(first, first, Math.min(end, first + splitSize)));
        }
        return new Dealer(context, all, failAtRequest);
    }

    @Override
    public SplitEnumerator<Range, String> restoreEnumerator(SplitEnumeratorContext<Range> context, String checkpoint) {
        return new Dealer(context, ranges(checkpoint), Integer.MAX_VALUE);
    }

    static List<Range> ranges(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String range : text.split(";")) {
            if (!range.isEmpty()) {
                ranges.add(Range.of(range));
            }
        }
        return ranges;
    }

    static String text(List<Range> ranges) {
        return String.join(";", ranges.stream().map(Range::text).toList());
    }

    @Override
    public SimpleVersionedSerializer<Range> getSplitSerializer() {
        return new Texts<>() {
            @Override
            String text(Range value) {
                return value.text();
            }

            @Override
            Range value(String text) {
                return Range.of(text);
            }
        };
    }

    @Override
    public SimpleVersionedSerializer<String> getEnumeratorCheckpointSerializer() {
        return new Texts<>() {
            @Override
            String text(String value) {
                return value;
            }

            @Override
            String value(String text) {
                return text;
            }
        };
    }

    @Override
    public SourceReader<Integer, Range> createReader(SourceReaderContext readerContext) {
        throw new UnsupportedOperationException("the rig's tasks read by themselves");
    }

    /** Values as text. */
    private abstract static class Texts<E> implements SimpleVersionedSerializer<E> {
        abstract String text(E value);

        abstract E value(String text);

        @Override
        public int getVersion() {
            return 3;
        }

        @Override
        public byte[] serialize(E value) {
            return text(value).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public E deserialize(int version, byte[] serialized) {
            assert version == 3 : version;
            return value(new String(serialized, StandardCharsets.UTF_8));
        }
    }

    private static final class Dealer implements SplitEnumerator<Range, String> {
        private final SplitEnumeratorContext<Range> context;
        private final List<Range> left;
        private final int failAtRequest;
        private int requests;

        Dealer(SplitEnumeratorContext<Range> context, List<Range> left, int failAtRequest) {
            this.context = context;
            this.left = new ArrayList<>(left);
            this.failAtRequest = failAtRequest;
        }

        @Override
        public void start() {
            assert context.currentParallelism() > 0;
        }

        @Override
        public void handleSplitRequest(int subtaskId, String requesterHostname) {
            if (++requests == failAtRequest) {
                throw new IllegalStateException("the enumerator fails at request " + requests);
            }
            if (left.isEmpty()) {
                context.signalNoMoreSplits(subtaskId);
            } else {
                context.assignSplit(left.remove(0), subtaskId);
            }
        }

        @Override
        public void addSplitsBack(List<Range> splits, int subtaskId) {
            left.addAll(splits);
        }

        @Override
        public void addReader(int subtaskId) {
            assert context.registeredReaders().containsKey(subtaskId);
        }

        @Override
        public String snapshotState(long checkpointId) {
            return text(left);
        }

        @Override
        public void close() {
            left.clear();
        }
    }
}
