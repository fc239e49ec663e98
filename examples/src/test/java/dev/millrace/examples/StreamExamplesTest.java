package dev.millrace.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Examples of windows, joins, state and requests print what plain loops over the same data give. */
@Timeout(60)
final class StreamExamplesTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private PrintStream standardOutput;

    @BeforeEach
    void keepWhatIsPrinted() {
        standardOutput = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void printAgain() {
        System.setOut(standardOutput);
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void sessionWindowingEndsVisitsAtPauses() throws Exception {
        SessionWindowing.main(new String[] {"--clicks", "600", "--gap", "20s"});

        List<SessionWindowing.Click> clicks = LongStream.range(0, 600)
                .mapToObj(SessionWindowing.Click::of)
                .sorted(Comparator.comparing(SessionWindowing.Click::timeMillis))
                .toList();
        Map<String, SessionWindowing.Visit> open = new HashMap<>();
        List<String> expected = new ArrayList<>();
        for (SessionWindowing.Click click : clicks) {
            long end = click.timeMillis() + 20_000;
            SessionWindowing.Visit visit = open.get(click.user());
            boolean goesOn = visit != null && click.timeMillis() <= visit.endMillis();
            if (visit != null && !goesOn) {
                expected.add(visit.toString());
            }
            open.put(
                    click.user(),
                    goesOn
                            ? new SessionWindowing.Visit(click.user(), visit.startMillis(), end, visit.clicks() + 1)
                            : new SessionWindowing.Visit(click.user(), click.timeMillis(), end, 1));
        }
        open.values().forEach(visit -> expected.add(visit.toString()));
        assertThat(expected).hasSizeGreaterThan(10);
        assertThat(lines()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void topSpeedWindowingTellsTheTopSpeedOfTheLastTenSeconds() throws Exception {
        TopSpeedWindowing.main(new String[] {"--readings", "900", "--metres", "60"});

        Map<Integer, List<TopSpeedWindowing.Reading>> byCar = new HashMap<>();
        Map<Integer, Double> toldAt = new HashMap<>();
        List<String> expected = new ArrayList<>();
        for (long number = 0; number < 900; number++) {
            TopSpeedWindowing.Reading reading = TopSpeedWindowing.Reading.of(number);
            List<TopSpeedWindowing.Reading> seen = byCar.computeIfAbsent(reading.car(), car -> new ArrayList<>());
            seen.add(reading);
            toldAt.putIfAbsent(reading.car(), reading.metres());
            if (reading.metres() - toldAt.get(reading.car()) > 60) {
                toldAt.put(reading.car(), reading.metres());
                long oldest = reading.timeMillis() - TopSpeedWindowing.LOOKS_BACK.toMillis();
                seen.removeIf(each -> each.timeMillis() <= oldest);
                TopSpeedWindowing.Reading top = seen.get(0);
                for (TopSpeedWindowing.Reading each : seen) {
                    top = each.kmh() > top.kmh() ? each : top;
                }
                expected.add(top.toString());
            }
        }
        assertThat(expected).hasSizeGreaterThan(10);
        assertThat(lines()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void windowJoinBringsPeopleTogether() throws Exception {
        WindowJoin.main(new String[] {"--records", "120"});

        long window = WindowJoin.WINDOW.toMillis();
        List<String> expected = new ArrayList<>();
        for (long one = 0; one < 120; one++) {
            for (long two = 0; two < 120; two++) {
                WindowJoin.Fact grade = WindowJoin.Fact.grade(one);
                WindowJoin.Fact salary = WindowJoin.Fact.salary(two);
                boolean together = grade.name().equals(salary.name())
                        && grade.timeMillis() / window == salary.timeMillis() / window;
                if (together) {
                    expected.add(WindowJoin.Person.of(grade, salary).toString());
                }
            }
        }
        assertThat(expected).hasSizeGreaterThan(50);
        assertThat(lines()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void asyncIoAnswersForEachNumberInOrderOrNot() throws Exception {
        List<String> expected = IntStream.range(0, 300)
                .mapToObj(number -> AsyncIo.Coloured.of(number).toString())
                .toList();

        AsyncIo.main(new String[] {"--numbers", "300"});
        assertThat(lines()).isEqualTo(expected);

        printed.reset();
        AsyncIo.main(new String[] {"--numbers", "300", "--order", "free"});
        assertThat(lines()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void stateMachineTellsOfForbiddenSteps() throws Exception {
        StateMachine.main(new String[] {"--events", "5000"});

        Map<Integer, StateMachine.State> states = new HashMap<>();
        List<String> expected = new ArrayList<>();
        for (long number = 0; number < 5_000; number++) {
            StateMachine.Event event = StateMachine.Event.of(number);
            StateMachine.State before = states.getOrDefault(event.client(), StateMachine.State.AWAY);
            StateMachine.State after = before.after(event.action());
            if (after == null) {
                expected.add(new StateMachine.Alert(event.client(), before, event.action()).toString());
            }
            states.put(event.client(), after == null ? StateMachine.State.AWAY : after);
        }
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(lines()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void longRidesTellsOfRidesThatHaveNotEndedAfterTwoHours() throws Exception {
        LongRides.main(new String[] {"--rides", "300"});

        Map<Long, Ride> open = new HashMap<>();
        List<String> expected = new ArrayList<>();
        for (Ride ride : Ride.events(300)) {
            if (ride.isStart()) {
                open.put(ride.id(), ride);
            } else {
                Ride start = open.remove(ride.id());
                if (ride.timeMillis() - start.timeMillis() > LongRides.LONG.toMillis()) {
                    expected.add(start.toString());
                }
            }
        }
        open.values().forEach(start -> expected.add(start.toString()));
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(lines()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void broadcastRulesJudgesEachReadingByTheRuleOfItsTime() throws Exception {
        BroadcastRules.main(new String[] {"--readings", "700", "--rules", "4"});

        List<BroadcastRules.Rule> rules = BroadcastRules.Rule.all(4, 700);
        List<String> expected = new ArrayList<>();
        for (long number = 0; number < 700; number++) {
            BroadcastRules.Reading reading = BroadcastRules.Reading.of(number);
            int limit = 0;
            for (BroadcastRules.Rule rule : rules) {
                limit = rule.sinceMillis() <= reading.timeMillis() ? rule.celsiusMax() : limit;
            }
            if (reading.celsius() > limit) {
                expected.add(new BroadcastRules.Alarm(reading, limit).toString());
            }
        }
        assertThat(expected).hasSizeBetween(50, 600);
        assertThat(lines()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void hourlyTipsTellsTheBestDriverOfEachHour() throws Exception {
        HourlyTips.main(new String[] {"--rides", "400"});

        long hour = HourlyTips.HOUR.toMillis();
        Map<Long, Map<Integer, Double>> sums = new TreeMap<>();
        for (Ride.Fare fare : Ride.fares(400)) {
            sums.computeIfAbsent((fare.timeMillis() / hour + 1) * hour, end -> new TreeMap<>())
                    .merge(fare.driver(), fare.tip(), Double::sum);
        }
        List<String> expected = new ArrayList<>();
        sums.forEach((end, byDriver) -> {
            double most = byDriver.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElseThrow();
            int best = byDriver.entrySet().stream()
                    .filter(entry -> entry.getValue() == most)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            expected.add(new HourlyTips.Tips(end, best, most).toString());
        });
        assertThat(expected).hasSizeGreaterThan(5);
        assertThat(lines()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void ridesAndFaresMatchesEachRideWithItsFare() throws Exception {
        RidesAndFares.main(new String[] {"--rides", "200"});

        List<String> expected = new ArrayList<>();
        for (Ride ride : Ride.events(200)) {
            for (Ride.Fare fare : Ride.fares(200)) {
                if (ride.isStart() && ride.id() == fare.ride()) {
                    expected.add(new RidesAndFares.Paid(ride, fare).toString());
                }
            }
        }
        assertThat(lines()).hasSize(200).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void historyFirstGoesOnWithTheTotalsOfTheFile(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("history.csv");
        Files.writeString(file, "a,100\nb,200\na,1000\n");
        HistoryFirst.main(new String[] {"--history", file.toString(), "--live", "6", "--parallelism", "1"});

        assertThat(lines())
                .containsExactly("a 100", "b 200", "a 1100", "a 1100", "b 201", "c 2", "a 1103", "b 205", "c 7");
    }
}
