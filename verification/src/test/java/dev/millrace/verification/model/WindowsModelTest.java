package dev.millrace.verification.model;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Windows, triggers and evictors over all that may befall a run. */
class WindowsModelTest {
    private static final int CASES = 4;

    private static Stream<DynamicTest> tests(List<Windowed<?>> all, Windowed.Way... ways) {
        return all.stream()
                .flatMap(windows -> Stream.of(ways)
                        .map(way -> DynamicTest.dynamicTest(
                                windows + ", " + way,
                                () -> Stories.check(CASES).run(Stories.of(1), story -> windows.check(way, story)))));
    }

    @TestFactory
    Stream<DynamicTest> windowsInEventTime() {
        return tests(Windows.inEventTime(), Windowed.Way.values());
    }

    @TestFactory
    Stream<DynamicTest> windowsByTheClock() {
        return tests(Windows.byTheClock(), Windowed.Way.values());
    }

    @TestFactory
    Stream<DynamicTest> sessions() {
        return tests(Windows.ofSessions(), Windowed.Way.values());
    }

    @TestFactory
    Stream<DynamicTest> triggers() {
        return tests(Windows.withTriggers(), Windowed.Way.LISTED, Windowed.Way.AGGREGATED);
    }

    @TestFactory
    Stream<DynamicTest> evictors() {
        return tests(Windows.withEvictors(), Windowed.Way.LISTED, Windowed.Way.REDUCED);
    }
}
