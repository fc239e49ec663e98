package dev.millrace.core.plan;

import dev.millrace.core.closure.Closures;
import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.function.KeySelector;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a {@link JobGraph} from the steps of a program: orders them, puts {@linkplain Combiners combiners} between them,
 * gives them stable ids, and joins neighbours into chains. A step joins the chain of the one it reads when that is all it
 * reads, the records need not change instances, and neither forbids it.
 */
public final class JobGraphBuilder {

    /** The most key groups that an operator may have. */
    public static final int MAX_PARALLELISM_LIMIT = 32_768;

    private static final int MAX_PARALLELISM_DEFAULT = 128;
    private static final String DEFAULT_GROUP = "default";

    private final Combiners combiners;
    private final List<Step> ordered;
    private final Map<Step, Integer> vertexOf = new IdentityHashMap<>();
    private final Map<Step, Integer> placeInChain = new IdentityHashMap<>();
    private final Map<Step, String> groupOf = new IdentityHashMap<>();
    private final List<List<Step>> chains = new ArrayList<>();
    private final StableIds ids;
    private final boolean batch;

    private JobGraphBuilder(List<Step> steps, int parallelism, boolean batch) {
        this.batch = batch;
        List<Step> written = inOrder(steps);
        written.stream().filter(step -> step.parallelism() == 0).forEach(step -> step.parallelism(parallelism));
        combiners = new Combiners(written, batch);
        ordered = combiners.ordered();
        ids = StableIds.of(ordered);
    }

    private static List<Step> inOrder(List<Step> steps) {
        Map<Step, Boolean> visited = new IdentityHashMap<>();
        List<Step> ordered = new ArrayList<>();
        steps.forEach(step -> visit(step, visited, ordered));
        visitFeedbacks(visited, ordered);
        return ordered;
    }

    /**
     * @param steps the steps of the program in the order in which they were written; those they read may be left out
     * @param parallelism for steps that have none of their own
     * @throws IllegalArgumentException when the program cannot run; says what is wrong and the remedy
     */
    public static JobGraph build(String name, JobSettings settings, List<Step> steps, int parallelism) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException(
                    "the program of job '" + name + "' has no operators; add a source and a sink before execute()");
        }
        boolean batch = settings.batch();
        JobGraphBuilder builder = new JobGraphBuilder(steps, parallelism, batch);
        if (batch) {
            builder.ordered.forEach(JobGraphBuilder::requireBatch);
        }
        builder.ordered.forEach(builder::chain);
        List<Vertex> vertices = builder.chains.stream().map(builder::vertex).toList();
        return new JobGraph(name, vertices, builder.edges(), settings);
    }

    private static void requireBatch(Step step) {
        if (step.source() != null && step.source().getBoundedness() != Boundedness.BOUNDED) {
            throw new IllegalArgumentException(
                    "the source " + step.name() + " has no end, and a batch job waits for the end of all its sources;"
                            + " give it a bound, or set the runtime mode to STREAMING (AUTOMATIC"
                            + " chooses by the sources)");
        }
        if (step.isLoopHead()) {
            throw new IllegalArgumentException("the loop of " + step.name()
                    + " cannot run in batch, where records wait for the end of what comes before them; set the runtime"
                    + " mode to STREAMING");
        }
    }

    private static void visit(Step step, Map<Step, Boolean> visited, List<Step> ordered) {
        if (visited.putIfAbsent(step, true) == null) {
            step.inputs().forEach(input -> visit(input.from(), visited, ordered));
            ordered.add(step);
        }
    }

    /** What leads back comes after all that is read forward: it adds a step only when nobody else has named it. */
    private static void visitFeedbacks(Map<Step, Boolean> visited, List<Step> ordered) {
        for (int next = 0; next < ordered.size(); next++) {
            Step step = ordered.get(next);
            if (step.isLoopHead() && step.feedbacks().isEmpty()) {
                throw new IllegalArgumentException("the loop of " + step.name()
                        + " is open; give iterate()'s stream its feedback with closeWith(...), or leave iterate() out");
            }
            step.feedbacks().forEach(input -> visit(input.from(), visited, ordered));
        }
    }

    private void chain(Step step) {
        groupOf.put(step, group(step));
        if (joinsChain(step)) {
            int vertex = vertexOf.get(inputs(step).get(0).from());
            vertexOf.put(step, vertex);
            chains.get(vertex).add(step);
        } else {
            vertexOf.put(step, chains.size());
            List<Step> chain = new ArrayList<>();
            chain.add(step);
            chains.add(chain);
        }
        List<Step> chain = chains.get(vertexOf.get(step));
        boolean behindSource = chain.get(0).source() != null;
        placeInChain.put(step, chain.size() - (behindSource ? 2 : 1));
    }

    private List<Step.Input> inputs(Step step) {
        return combiners.inputs(step);
    }

    private String group(Step step) {
        if (step.slotSharingGroup() != null) {
            return step.slotSharingGroup();
        }
        List<String> above = inputs(step).stream()
                .map(input -> groupOf.get(input.from()))
                .distinct()
                .toList();
        return above.size() == 1 ? above.get(0) : DEFAULT_GROUP;
    }

    private boolean joinsChain(Step step) {
        if (inputs(step).size() != 1 || step.isLoopHead() || gathering(step) != Gathering.NONE) {
            return false;
        }
        Step.Input input = inputs(step).get(0);
        Step from = input.from();
        return exchange(input, step) instanceof Exchange.Forward
                && step.chaining() == Step.Chaining.ALWAYS
                && from.chaining() != Step.Chaining.NEVER
                && groupOf.get(from).equals(groupOf.get(step))
                && maxParallelism(from) == maxParallelism(step);
    }

    private Gathering gathering(Step step) {
        return batch ? step.gathering() : Gathering.NONE;
    }

    private static Exchange exchange(Step.Input input, Step reader) {
        boolean same = input.from().parallelism() == reader.parallelism();
        if (input.exchange() == null) {
            return same ? new Exchange.Forward() : new Exchange.Rebalance();
        }
        if (input.exchange() instanceof Exchange.Forward && !same) {
            throw new UnsupportedOperationException("forward() from "
                    + input.from().name() + " (parallelism "
                    + input.from().parallelism() + ") to " + reader.name() + " (parallelism " + reader.parallelism()
                    + ") needs the same parallelism on both sides; use rescale() or rebalance()");
        }
        return input.exchange();
    }

    /** Readers share no partitioner: one that counts would deal out to all of them together. */
    private static Exchange ofItsOwn(Exchange exchange) {
        return exchange instanceof Exchange.Custom custom
                ? new Exchange.Custom(Closures.copied(custom.partitioner()), custom.key())
                : exchange;
    }

    private static int maxParallelism(Step step) {
        int max = step.maxParallelism();
        if (max == 0) {
            int roomy = Integer.highestOneBit(step.parallelism() + step.parallelism() / 2) * 2;
            return Math.min(MAX_PARALLELISM_LIMIT, Math.max(MAX_PARALLELISM_DEFAULT, roomy));
        }
        if (max < step.parallelism()) {
            throw new IllegalArgumentException("parallelism " + step.parallelism() + " of " + step.name()
                    + " is above its max parallelism " + max + "; lower the one or raise the other");
        }
        return max;
    }

    private Vertex vertex(List<Step> chain) {
        Step head = chain.get(0);
        List<OperatorNode> operators = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (Step step : chain) {
            name.append(name.isEmpty() ? "" : " -> ").append(step.name());
            if (step.source() == null) {
                operators.add(operator(step, head));
            }
        }
        return new Vertex(
                ids.of(head).value(),
                name.toString(),
                head.parallelism(),
                maxParallelism(head),
                groupOf.get(head),
                head.source() == null ? null : source(head),
                List.copyOf(operators));
    }

    private SourceNode source(Step step) {
        StableIds.Id id = ids.of(step);
        return new SourceNode(id.value(), step.name(), id.ambiguous(), step.source(), step.watermarks());
    }

    private OperatorNode operator(Step step, Step head) {
        StableIds.Id id = ids.of(step);
        boolean heads = step == head;
        Step.Input first = heads ? null : inputs(step).get(0);
        List<KeySelector<?, ?>> keys = java.util.Collections.unmodifiableList(new ArrayList<>(combiners.keys(step)));
        return new OperatorNode(
                id.value(),
                step.name(),
                id.ambiguous(),
                step.factory(batch),
                heads ? OperatorNode.INPUTS : placeInChain.get(first.from()),
                heads ? null : first.tag(),
                keys,
                step.isEmittingFresh(),
                gathering(step));
    }

    private List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (Step step : ordered) {
            if (chains.get(vertexOf.get(step)).get(0) == step) {
                inputs(step).forEach(input -> edges.add(edge(input, step, false)));
                step.feedbacks().forEach(input -> edges.add(edge(input, step, true)));
            }
        }
        return List.copyOf(edges);
    }

    private Edge edge(Step.Input input, Step reader, boolean feedback) {
        return new Edge(
                vertexOf.get(input.from()),
                placeInChain.get(input.from()),
                input.tag(),
                vertexOf.get(reader),
                input.input(),
                ofItsOwn(exchange(input, reader)),
                input.from().bufferTimeoutMillis(),
                feedback);
    }
}
