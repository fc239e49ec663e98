package dev.millrace.cluster.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.plan.SourceNode;
import dev.millrace.core.plan.Vertex;
import dev.millrace.runtime.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far sources of one group may go ahead of each other. */
class EventTimeGroupsTest {

    private static final long NONE = Long.MAX_VALUE;

    private final List<String> told = new ArrayList<>();

    private EventTimeGroups groups(Vertex... vertices) {
        return new EventTimeGroups(
                List.of(vertices),
                (source, limit) -> told.add(source.vertex() + "/" + source.instance() + "#" + source.attempt() + " "
                        + (limit == NONE ? "free" : String.valueOf(limit))));
    }

    private static Vertex source(String group, long driftMillis, int parallelism) {
        WatermarkStrategy<Long> strategy = WatermarkStrategy.forMonotonousTimestamps();
        SourceNode node = new SourceNode(
                "id",
                "numbers",
                false,
                null,
                group == null ? strategy : strategy.withWatermarkAlignment(group, Duration.ofMillis(driftMillis)));
        return new Vertex("id", "numbers", parallelism, 128, "default", node, List.of());
    }

    private static TaskId task(int vertex, int instance) {
        return new TaskId("job", vertex, instance, 0);
    }

    private List<String> news() {
        List<String> news = List.copyOf(told);
        told.clear();
        return news;
    }

    @Test
    void eachSourceMayGoSoFarAheadOfTheSlowestAsItSays() {
        EventTimeGroups groups = groups(source("a", 10, 1), source("a", 100, 1));
        groups.reached(task(0, 0), 50);
        assertThat(news()).as("nobody waits for a source that is not heard of").containsExactly("0/0#0 60");
        groups.reached(task(1, 0), 20);
        assertThat(news()).containsExactly("0/0#0 30", "1/0#0 120");
        groups.reached(task(0, 0), 55);
        assertThat(news()).as("only the slowest counts").isEmpty();
        groups.reached(task(1, 0), 80);
        assertThat(news()).containsExactly("0/0#0 65", "1/0#0 155");
    }

    @Test
    void instancesOfOneSourceWaitForEachOtherAndGroupsDoNot() {
        EventTimeGroups groups = groups(source("a", 10, 2), source("b", 10, 1), source(null, 0, 1));
        groups.reached(task(0, 0), 50);
        groups.reached(task(0, 1), 5);
        groups.reached(task(1, 0), 70);
        groups.reached(task(2, 0), 1);
        assertThat(news()).containsExactly("0/0#0 60", "0/0#0 15", "0/1#0 15", "1/0#0 80");
    }

    @Test
    void nobodyWaitsForOneThatIsIdleOrHasEnded() {
        EventTimeGroups groups = groups(source("a", 10, 1), source("a", 10, 1));
        groups.reached(task(0, 0), 50);
        groups.reached(task(1, 0), 5);
        news();
        groups.reached(task(1, 0), NONE);
        assertThat(news()).containsExactly("0/0#0 60", "1/0#0 60");
        groups.reached(task(0, 0), NONE);
        assertThat(news()).containsExactly("0/0#0 free", "1/0#0 free");
    }

    @Test
    void oneThatStartsAgainIsWaitedForWhereItWasAndIsToldItsLimitAnew() {
        EventTimeGroups groups = groups(source("a", 10, 1), source("a", 10, 1));
        groups.reached(task(0, 0), 50);
        groups.reached(task(1, 0), 50);
        news();
        groups.reached(task(0, 0), 58);
        assertThat(news()).isEmpty();
        groups.reached(new TaskId("job", 1, 0, 1), 50);
        assertThat(news()).containsExactly("1/0#1 60");
    }

    @Test
    void aLimitBeyondAllTimeIsNone() {
        EventTimeGroups groups = groups(source("a", 10, 1));
        groups.reached(task(0, 0), 1);
        groups.reached(task(0, 0), Long.MAX_VALUE - 5);
        assertThat(news()).containsExactly("0/0#0 11", "0/0#0 free");
    }
}
