package dev.millrace.cluster.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.plan.CheckpointSettings;
import dev.millrace.core.plan.Edge;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobSettings;
import dev.millrace.core.plan.RestartStrategy;
import dev.millrace.core.plan.Vertex;
import dev.millrace.core.type.TypeOptions;
import dev.millrace.network.ChannelId;
import dev.millrace.runtime.InputWiring;
import dev.millrace.runtime.OutputWiring;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TopologyTest {

    private static final JobSettings SETTINGS = new JobSettings(
            CheckpointSettings.OFF,
            new RestartStrategy.None(),
            false,
            200,
            "heap",
            TypeOptions.defaults(),
            Map.of(),
            new TreeMap<>());

    private static Vertex vertex(String id, int parallelism, String group) {
        return new Vertex(id, id, parallelism, 128, group, null, List.of());
    }

    private static Topology two(Exchange exchange, int producers, int consumers) {
        List<Vertex> vertices = List.of(vertex("a", producers, "default"), vertex("b", consumers, "default"));
        return new Topology(new JobGraph("two", vertices, List.of(edge(0, 1, exchange)), SETTINGS));
    }

    private static Edge edge(int source, int target, Exchange exchange) {
        return new Edge(source, 0, null, target, 0, exchange, 100);
    }

    /** a, then b and c in a loop, forward but for what is given. */
    private static Topology loop(Exchange back, int parallelism) {
        List<Vertex> vertices = List.of(
                vertex("a", parallelism, "default"),
                vertex("b", parallelism, "default"),
                vertex("c", parallelism, "default"));
        Exchange forward = new Exchange.Forward();
        Edge returning = new Edge(2, 0, null, 1, 0, back, 100, true);
        return new Topology(
                new JobGraph("loop", vertices, List.of(edge(0, 1, forward), edge(1, 2, forward), returning), SETTINGS));
    }

    @Test
    void aWayBackJoinsRegionsButBringsNoBarriers() {
        assertThat(regions(loop(new Exchange.Forward(), 3))).isEqualTo(3);
        Topology mixed = loop(new Exchange.Rebalance(), 3);
        assertThat(regions(mixed)).isEqualTo(1);
        assertThat(mixed.predecessors(new TaskKey(1, 2))).containsExactly(new TaskKey(0, 2));
        assertThat(mixed.headsLoop(1)).isTrue();
        assertThat(mixed.headsLoop(2)).isFalse();
    }

    @Test
    void withinALoopEverybodySendsToAll() {
        Topology topology = loop(new Exchange.Rescale(), 3);
        List<InputWiring> inputs = topology.inputs("job", new TaskKey(1, 0), 0);
        assertThat(inputs.get(0).loops()).isEmpty();
        assertThat(inputs.get(1).channels()).hasSize(3);
        assertThat(inputs.get(1).loops()).containsExactly(new InputWiring.InLoop(1, true));
        assertThat(inputs.get(1).feedback().hops()).isEqualTo(2);
        assertThat(topology.outputs("job", new TaskKey(2, 0), 0).get(0).feedback())
                .isTrue();
    }

    private static long regions(Topology topology) {
        return topology.tasks().stream().map(topology::region).distinct().count();
    }

    @Test
    void bothEndsOfAnEdgeNameTheSameChannels() {
        List<Exchange> exchanges = List.of(
                new Exchange.Forward(),
                new Exchange.Rescale(),
                new Exchange.Rebalance(),
                new Exchange.Broadcast(),
                new Exchange.Global(),
                new Exchange.Shuffle());
        for (Exchange exchange : exchanges) {
            for (int producers = 1; producers <= 7; producers++) {
                for (int consumers = 1; consumers <= 7; consumers++) {
                    if (!(exchange instanceof Exchange.Forward) || producers == consumers) {
                        requireSameEnds(two(exchange, producers, consumers));
                    }
                }
            }
        }
    }

    private static void requireSameEnds(Topology topology) {
        TreeSet<ChannelId> sending = new TreeSet<>();
        TreeSet<ChannelId> reading = new TreeSet<>();
        for (TaskKey task : topology.tasks()) {
            for (OutputWiring output : topology.outputs("job", task, 4)) {
                assertThat(output.channels()).isNotEmpty();
                sending.addAll(output.channels());
            }
            for (InputWiring input : topology.inputs("job", task, 4)) {
                assertThat(input.channels()).isNotEmpty();
                reading.addAll(input.channels());
            }
        }
        assertThat(sending).isEqualTo(reading).isNotEmpty();
        assertThat(sending)
                .allMatch(channel -> channel.run() == 4 && channel.jobId().equals("job"));
    }

    @Test
    void rescaleGivesEachProducerItsShareOfTheConsumers() {
        Topology topology = two(new Exchange.Rescale(), 2, 6);
        List<ChannelId> channels =
                topology.outputs("job", new TaskKey(0, 1), 0).get(0).channels();
        assertThat(channels).extracting(ChannelId::consumer).containsExactly(3, 4, 5);
        assertThat(topology.predecessors(new TaskKey(1, 4))).containsExactly(new TaskKey(0, 1));
    }

    @Test
    void forwardEdgesMakeARegionOfEachInstance() {
        assertThat(regions(two(new Exchange.Forward(), 5, 5))).isEqualTo(5);
    }

    @Test
    void anExchangeBetweenAllMakesOneRegion() {
        assertThat(regions(two(new Exchange.Rebalance(), 3, 4))).isEqualTo(1);
    }

    @Test
    void rescaleMakesARegionOfEachShare() {
        assertThat(regions(two(new Exchange.Rescale(), 2, 6))).isEqualTo(2);
        assertThat(regions(two(new Exchange.Rescale(), 6, 3))).isEqualTo(3);
    }

    @Test
    void partsOfAJobThatNothingJoinsAreRegionsOfTheirOwn() {
        List<Vertex> vertices = List.of(
                vertex("a", 2, "default"),
                vertex("b", 2, "default"),
                vertex("c", 1, "default"),
                vertex("d", 1, "default"));
        List<Edge> edges = List.of(edge(0, 1, new Exchange.Rebalance()), edge(2, 3, new Exchange.Forward()));
        Topology topology = new Topology(new JobGraph("parts", vertices, edges, SETTINGS));
        assertThat(regions(topology)).isEqualTo(2);
        assertThat(topology.inRegion(topology.region(new TaskKey(3, 0))))
                .containsExactly(new TaskKey(2, 0), new TaskKey(3, 0));
    }

    @Test
    void verticesOfAGroupShareTheirSlotsAndGroupsDoNot() {
        List<Vertex> vertices = List.of(vertex("a", 2, "one"), vertex("b", 4, "one"), vertex("c", 3, "two"));
        Topology topology = new Topology(new JobGraph("slots", vertices, List.of(), SETTINGS));
        assertThat(topology.slots()).isEqualTo(7);
        assertThat(topology.slot(new TaskKey(0, 1))).isEqualTo(topology.slot(new TaskKey(1, 1)));
        assertThat(topology.slot(new TaskKey(2, 0))).isEqualTo(4);
    }
}
