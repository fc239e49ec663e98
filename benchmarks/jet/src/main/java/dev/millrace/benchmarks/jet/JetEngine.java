package dev.millrace.benchmarks.jet;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.jet.config.JobConfig;
import com.hazelcast.jet.config.ProcessingGuarantee;
import com.hazelcast.jet.pipeline.Pipeline;
import dev.millrace.benchmarks.workload.Engine;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.Types;
import java.io.IOException;

/**
 * Submits the pipelines to one member in this process, which stays for all jobs. Objects pass from step to step as they are;
 * snapshots go to a map in memory, since the open edition keeps none on disk.
 */
public final class JetEngine implements Engine {
    private HazelcastInstance member;

    @Override
    public void run(Setup setup) throws Exception {
        if (member == null) {
            member = Hazelcast.newHazelcastInstance(config(setup));
        }
        JobConfig job = new JobConfig();
        if (setup.checkpointMillis() > 0) {
            job.setProcessingGuarantee(ProcessingGuarantee.EXACTLY_ONCE)
                    .setSnapshotIntervalMillis(setup.checkpointMillis());
        }
        Pipeline pipeline = Pipeline.create();
        if (setup.workload().types() == Types.RECORDS) {
            records(pipeline, setup);
        } else {
            plain(pipeline, setup);
        }
        member.getJet().newJob(pipeline, job).join();
    }

    private static Config config(Setup setup) {
        Config config = new Config();
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        config.getJetConfig().setEnabled(true).setCooperativeThreadCount(setup.parallelism());
        return config;
    }

    private static void plain(Pipeline pipeline, Setup setup) throws IOException {
        switch (setup.workload().task()) {
            case COUNT_1K, COUNT_1M -> Counts.countAndSum(pipeline, setup);
            case Q0, Q1, Q2, Q3, Q5, Q7, Q8, Q11 -> AuctionQueries.build(pipeline, setup);
            case LONGS -> Chains.longs(pipeline, setup);
            case WORDS -> Words.tuples(pipeline, setup);
            case CHECKPOINT -> Counts.count(pipeline, setup);
            case LATENCY -> Steady.longs(pipeline, setup);
            case START -> Starts.numbers(pipeline, setup);
        }
    }

    private static void records(Pipeline pipeline, Setup setup) throws IOException {
        switch (setup.workload().task()) {
            case COUNT_1K, COUNT_1M, CHECKPOINT -> Counts.payments(pipeline, setup);
            case Q0, Q1, Q2, Q3, Q5, Q7, Q8, Q11 -> AuctionRecordQueries.build(pipeline, setup);
            case LONGS -> Chains.readings(pipeline, setup);
            case WORDS -> Words.records(pipeline, setup);
            case LATENCY -> Steady.visits(pipeline, setup);
            case START -> Starts.words(pipeline, setup);
        }
    }

    @Override
    public void stop() {
        if (member != null) {
            member.shutdown();
        }
    }
}
