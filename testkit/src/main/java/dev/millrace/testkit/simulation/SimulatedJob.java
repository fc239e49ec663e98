package dev.millrace.testkit.simulation;

import dev.millrace.core.connector.StatefulSource;
import dev.millrace.core.plan.CheckpointSettings;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobSettings;
import dev.millrace.core.plan.RestartStrategy;
import dev.millrace.core.plan.Vertex;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.law.LawfulOperators;
import dev.millrace.testkit.world.Incident;
import dev.millrace.testkit.world.World;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The job that a program writes, anew for each life: at another parallelism, and now and then at another max parallelism,
 * which is refused where there is keyed state; the user then does what the refusal says.
 */
final class SimulatedJob {
    static final String NAME = "simulated";
    static final String CHECKPOINTS = "/checkpoints";

    private static final int[] MAX_PARALLELISMS = {4, 8, 16, 32, 128};
    private static final Pattern REFUSAL = Pattern.compile("set its max parallelism to (\\d+)");

    private final SimulationProgram program;
    private final Scenario scenario;
    private final World world;
    private final SplittableRandom random;
    private int parallelism;
    private int maxParallelism = 16;
    private int maxParallelismBefore = 16;

    SimulatedJob(SimulationProgram program, Scenario scenario, World world, SplittableRandom random) {
        this.program = program;
        this.scenario = scenario;
        this.world = world;
        this.random = random;
    }

    /**
     * The job as it is submitted next.
     *
     * @param restore the checkpoint to go on from, or null
     * @param again whether there is a checkpoint to go on from
     */
    JobGraph graph(String restore, boolean again) {
        int parallelismBefore = parallelism;
        parallelism = 1 + random.nextInt(scenario.parallelismMax());
        if (again && parallelism != parallelismBefore) {
            world.befell(Incident.OTHER_PARALLELISM);
        }
        maxParallelismBefore = maxParallelism;
        if (again && random.nextInt(4) == 0) {
            maxParallelism = MAX_PARALLELISMS[random.nextInt(MAX_PARALLELISMS.length)];
        }
        return graph(restore);
    }

    private JobGraph graph(String restore) {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(parallelism);
        environment.setMaxParallelism(maxParallelism);
        environment.enableCheckpointing(scenario.checkpointMillis());
        environment.setBufferTimeout(scenario.bufferTimeoutMillis());
        if (!scenario.chaining()) {
            environment.disableOperatorChaining();
        }
        try {
            program.write(environment);
        } catch (Exception failed) {
            throw new IllegalArgumentException("the program could not be written: " + failed, failed);
        }
        JobGraph graph = environment.getJobGraph(NAME);
        refuseLoops(graph);
        return LawfulOperators.watch(
                new JobGraph(graph.name(), graph.vertices(), graph.edges(), settings(graph.settings(), restore)));
    }

    private JobSettings settings(JobSettings written, String restore) {
        CheckpointSettings checkpoints = new CheckpointSettings(
                written.batch() ? CheckpointSettings.AT_END_MILLIS : scenario.checkpointMillis(),
                scenario.checkpointTimeoutMillis(),
                0,
                Integer.MAX_VALUE,
                CHECKPOINTS,
                true,
                restore,
                false);
        return new JobSettings(
                checkpoints,
                new RestartStrategy.FixedDelay(Integer.MAX_VALUE, 10),
                written.objectReuse(),
                written.autoWatermarkIntervalMillis(),
                scenario.stateBackend(),
                written.types(),
                written.globalParameters(),
                written.cachedFiles(),
                written.batch());
    }

    /** Source functions keep a thread in a loop of the user's, which sleeps and takes locks behind the simulation's back. */
    private static void refuseLoops(JobGraph graph) {
        for (Vertex vertex : graph.vertices()) {
            if (vertex.source() != null && vertex.source().source() instanceof StatefulSource) {
                throw new IllegalArgumentException("source '" + vertex.source().name()
                        + "' is a source function, whose loop has a thread of its own that no seed steers; simulate"
                        + " the job with a Source (fromSequence, fromData, fromSource) in its place, and run the"
                        + " source function in a test of its own");
            }
        }
    }

    /** The job has come to run: if its max parallelism is another, it has been taken. */
    void runs(JobGraph graph) {
        if (maxParallelism != maxParallelismBefore && graph.vertices().stream().noneMatch(SimulatedJob::isKeyed)) {
            world.befell(Incident.OTHER_MAX_PARALLELISM_TAKEN);
        }
    }

    private static boolean isKeyed(Vertex vertex) {
        return vertex.chain().stream()
                .anyMatch(operator -> operator.keys().stream().anyMatch(key -> key != null));
    }

    /** Whether a failure refuses another max parallelism, as it must; the next life then has the one that it asks for. */
    boolean isRefusal(Throwable why) {
        Matcher refusal = REFUSAL.matcher(String.valueOf(why.getMessage()));
        int asked = refusal.find() ? Integer.parseInt(refusal.group(1)) : maxParallelism;
        if (asked == maxParallelism) {
            return false;
        }
        world.befell(Incident.OTHER_MAX_PARALLELISM_REFUSED);
        maxParallelism = asked;
        return true;
    }
}
