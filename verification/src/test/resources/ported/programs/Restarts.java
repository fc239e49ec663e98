package programs;

import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.restartstrategy.RestartStrategies;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.runtime.state.memory.MemoryStateBackend;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.checkpoint.ListCheckpointed;
import org.apache.flink.streaming.api.environment.CheckpointConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.RichSinkFunction;
import org.apache.flink.streaming.api.functions.source.RichParallelSourceFunction;

/** A job that fails once behind a checkpoint and goes on from it: its sum is that of a job without failures. */
public class Restarts {

    private static final long LAST = 1_000;

    public static void main(String[] args) throws Exception {
        Configuration settings = new Configuration();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, java.time.Duration.ofMillis(10));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        env.setParallelism(1);
        env.setStateBackend(new MemoryStateBackend(1024 * 1024, true));
        env.setRestartStrategy(RestartStrategies.fixedDelayRestart(1, 0L));
        env.getCheckpointConfig()
                .enableExternalizedCheckpoints(CheckpointConfig.ExternalizedCheckpointCleanup.DELETE_ON_CANCELLATION);
        env.addSource(new Numbers()).addSink(new Sum());
        env.execute("restarts");
        new Results<String>().invoke("sum " + Sum.total + " after " + Sum.restores + " restore", null);
    }

    private static class Numbers extends RichParallelSourceFunction<Long> implements CheckpointedFunction {
        private volatile boolean running = true;
        private transient ListState<Long> kept;
        private long next = 1;

        @Override
        public void run(SourceContext<Long> context) {
            while (running && next <= LAST) {
                synchronized (context.getCheckpointLock()) {
                    // the second half waits for the failure, the failure for a checkpoint
                    if (next <= LAST / 2 || Sum.failed) {
                        context.collect(next++);
                    }
                }
                Thread.yield();
            }
        }

        @Override
        public void cancel() {
            running = false;
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) throws Exception {
            kept.update(Collections.singletonList(next));
        }

        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            kept = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("next", Long.class));
            for (Long restored : kept.get()) {
                next = restored;
            }
        }
    }

    private static class Sum extends RichSinkFunction<Long>
            implements ListCheckpointed<Long>, org.apache.flink.api.common.state.CheckpointListener {
        private static volatile boolean failed;
        private static volatile long total;
        private static volatile int restores;
        private long sum;

        @Override
        public void invoke(Long number) {
            sum += number;
            total = sum;
        }

        @Override
        public List<Long> snapshotState(long checkpointId, long timestamp) {
            return Collections.singletonList(sum);
        }

        @Override
        public void restoreState(List<Long> state) {
            restores++;
            for (Long restored : state) {
                sum += restored;
            }
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            if (!failed && sum > 0) {
                failed = true;
                throw new IllegalStateException("planned");
            }
        }
    }
}
