package dev.millrace.stream.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.stream.trial.OperatorTrial;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CalendarWindowsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Zones whose clocks change at midnight, around it, by a whole day, never, and by half an hour. */
    private static final Gen<ZoneId> ZONES = Gen.elements(
                    "Europe/Berlin",
                    "America/Havana",
                    "America/St_Johns",
                    "America/Sao_Paulo",
                    "Pacific/Apia",
                    "Asia/Kolkata",
                    "Australia/Lord_Howe",
                    "UTC")
            .map(ZoneId::of);

    private static final Gen<Period> LENGTHS = Gen.elements(
            Period.ofDays(1),
            Period.ofDays(3),
            Period.ofWeeks(1),
            Period.ofWeeks(2),
            Period.ofMonths(1),
            Period.ofMonths(5),
            Period.ofYears(1));

    private static List<TimeWindow> windows(WindowAssigner<Object, TimeWindow> assigner, long timestamp) {
        return List.copyOf(assigner.assignWindows("record", timestamp, null));
    }

    private static long millis(ZoneId zone, LocalDateTime local) {
        return local.atZone(zone).toInstant().toEpochMilli();
    }

    @Test
    void aDayOnWhichTheClocksChangeHas23Or25Hours() {
        CalendarEventTimeWindows days = CalendarEventTimeWindows.of(Period.ofDays(1), BERLIN);
        TimeWindow spring = windows(days, millis(BERLIN, LocalDateTime.of(2024, 3, 31, 12, 0)))
                .get(0);
        TimeWindow autumn = windows(days, millis(BERLIN, LocalDateTime.of(2024, 10, 27, 12, 0)))
                .get(0);
        assertThat(spring.getEnd() - spring.getStart()).isEqualTo(23 * 3_600_000L);
        assertThat(autumn.getEnd() - autumn.getStart()).isEqualTo(25 * 3_600_000L);
        assertThat(Instant.ofEpochMilli(spring.getStart())).isEqualTo("2024-03-30T23:00:00Z");
    }

    /** All beginnings of windows around a moment, found day by day. */
    private static TreeSet<Long> beginnings(Period length, ZoneId zone, LocalDate origin, LocalDate around) {
        TreeSet<Long> beginnings = new TreeSet<>();
        LocalDate day = origin;
        for (int number = 1; day.isBefore(around.plusYears(2)); number++) {
            day = origin.plus(length.multipliedBy(number));
            beginnings.add(
                    ZonedDateTime.of(day.atStartOfDay(), zone).toInstant().toEpochMilli());
        }
        return beginnings;
    }

    @Test
    void windowsLieBetweenTheFirstMomentsOfTheirDays() {
        Gen<Long> moments = Gen.oneOf(
                Gen.longs(
                        Instant.parse("1990-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("2030-01-01T00:00:00Z").toEpochMilli()),
                // around the clock changes of St. John's, Apia's missing day, and of Havana
                Gen.longs(
                        Instant.parse("2006-10-29T00:00:00Z").toEpochMilli(),
                        Instant.parse("2006-10-29T06:00:00Z").toEpochMilli()),
                Gen.longs(
                        Instant.parse("2011-12-29T00:00:00Z").toEpochMilli(),
                        Instant.parse("2012-01-01T00:00:00Z").toEpochMilli()),
                Gen.longs(
                        Instant.parse("2018-11-03T22:00:00Z").toEpochMilli(),
                        Instant.parse("2018-11-04T08:00:00Z").toEpochMilli()));
        Check.cases(400).run(ZONES, LENGTHS, moments, (zone, length, moment) -> {
            LocalDate origin = LocalDate.of(1988, 3, 7);
            LocalDate around = Instant.ofEpochMilli(moment).atZone(zone).toLocalDate();
            TreeSet<Long> beginnings = beginnings(length, zone, origin, around);
            assertThat(windows(CalendarEventTimeWindows.of(length, zone, origin), moment))
                    .containsExactly(new TimeWindow(beginnings.floor(moment), beginnings.higher(moment)));
        });
    }

    @Test
    void weeksBeginOnMondaysMonthsOnTheFirstAndYearsInJanuary() {
        long moment = millis(BERLIN, LocalDateTime.of(2024, 5, 16, 9, 30));
        assertThat(day(Period.ofWeeks(1), moment).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(day(Period.ofWeeks(1), moment)).isEqualTo("2024-05-13");
        assertThat(day(Period.ofMonths(1), moment)).isEqualTo("2024-05-01");
        assertThat(day(Period.ofMonths(3), moment)).isEqualTo("2024-04-01");
        assertThat(day(Period.ofYears(1), moment)).isEqualTo("2024-01-01");
        assertThat(day(Period.ofDays(1), -1)).isEqualTo("1970-01-01");
    }

    private static LocalDate day(Period length, long moment) {
        TimeWindow window =
                windows(CalendarEventTimeWindows.of(length, BERLIN), moment).get(0);
        return Instant.ofEpochMilli(window.getStart()).atZone(BERLIN).toLocalDate();
    }

    @Test
    void aDayFiresAtItsMidnightInEventTimeAndByTheClock() throws Exception {
        ReduceFunction<Long> add = Long::sum;
        KeySelector<Long, Integer> key = number -> 0;
        long noon = millis(BERLIN, LocalDateTime.of(2024, 10, 27, 12, 0));
        long midnight = millis(BERLIN, LocalDateTime.of(2024, 10, 28, 0, 0));
        OperatorTrial<Long, Long> byRecords = OperatorTrial.of(
                WindowOperators.reduce(
                        WindowSpec.<Long, TimeWindow>of(CalendarEventTimeWindows.of(Period.ofDays(1), BERLIN)),
                        add,
                        WindowCall.none()),
                key);
        byRecords.record(5L, noon).record(6L, midnight - 1).record(7L, midnight).watermark(midnight - 1);
        assertThat(byRecords.results()).containsExactly(new OperatorTrial.Result<>(11L, midnight - 1));
        OperatorTrial<Long, Long> byClock = OperatorTrial.of(
                WindowOperators.reduce(
                        WindowSpec.<Long, TimeWindow>of(CalendarProcessingTimeWindows.of(Period.ofDays(1), BERLIN)),
                        add,
                        WindowCall.none()),
                key);
        byClock.time(noon).record(5L).time(midnight - 2).record(6L).time(midnight + 1);
        assertThat(byClock.results()).containsExactly(new OperatorTrial.Result<>(11L, midnight - 1));
    }

    @Test
    void aLengthOfDaysAndMonthsOrOfNothingIsRefused() {
        for (Period length : List.of(Period.ZERO, Period.ofDays(-1), Period.of(0, 1, 1))) {
            assertThatThrownBy(() -> CalendarEventTimeWindows.of(length, BERLIN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("calendar windows last");
        }
    }
}
