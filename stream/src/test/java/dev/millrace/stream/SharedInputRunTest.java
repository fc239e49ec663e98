package dev.millrace.stream;

import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.core.eventtime.WatermarkStrategy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several readers of one stream in one chain, which change what they are given. */
class SharedInputRunTest {

    private static final long NUMBERS = 100;

    /** Something that can change. */
    static final class Box {
        public long value;
        public Box inner;

        public Box() {}

        static Box of(long value) {
            Box box = new Box();
            box.value = value;
            return box;
        }
    }

    private final StreamExecutionEnvironment environment = Runs.environment(1);

    private DataStream<Box> boxes() {
        return environment.fromSource(
                new DataGeneratorSource<>(
                        n -> {
                            Box box = Box.of(n);
                            box.inner = Box.of(n);
                            return box;
                        },
                        NUMBERS),
                WatermarkStrategy.noWatermarks(),
                "boxes");
    }

    @Test
    void filtersThatOnlyLookPassOnAnObjectThatNobodyElseHas() throws Exception {
        DataStream<Box> boxes = boxes();
        DataStream<String> first = boxes.filter(box -> box.value % 2 == 0).map(box -> {
            box.inner.value += 1_000;
            return "first " + box.inner.value;
        });
        DataStream<String> second = boxes.filter(box -> box.value % 3 == 0).map(box -> {
            box.inner.value += 2_000;
            return "second " + box.inner.value;
        });
        DataStream<String> third = boxes.map(box -> "third " + box.inner.value);
        List<String> expected = new ArrayList<>();
        for (long n = 0; n < NUMBERS; n++) {
            if (n % 2 == 0) {
                expected.add("first " + (n + 1_000));
            }
            if (n % 3 == 0) {
                expected.add("second " + (n + 2_000));
            }
            expected.add("third " + n);
        }
        Runs.assertSameRecords(Runs.results(first.union(second, third)), expected);
    }

    @Test
    void filtersThatChangeARecordChangeTheirOwn() throws Exception {
        DataStream<Box> boxes = boxes();
        DataStream<String> first = boxes.filter(box -> {
                    box.inner.value = -1;
                    return true;
                })
                .map(box -> "first " + box.inner.value);
        DataStream<String> second = boxes.filter(box -> box.value >= 0).map(box -> "second " + box.inner.value);
        List<String> expected = new ArrayList<>();
        for (long n = 0; n < NUMBERS; n++) {
            expected.add("first -1");
            expected.add("second " + n);
        }
        Runs.assertSameRecords(Runs.results(first.union(second)), expected);
    }
}
