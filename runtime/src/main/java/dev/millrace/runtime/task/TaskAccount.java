package dev.millrace.runtime.task;

import dev.millrace.core.fact.MetricFacts;
import dev.millrace.core.fact.OperatorFacts;
import dev.millrace.core.fact.OperatorFacts.TimerFacts;
import dev.millrace.core.fact.SplitFacts;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.core.fact.TaskFacts.Activity;
import dev.millrace.core.fact.TaskFacts.BarrierFacts;
import dev.millrace.core.fact.TaskFacts.EventTimeFacts;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.chain.TaskMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells how a task does, when somebody asks. Owned by the task's thread. */
final class TaskAccount {

    private static final String LATE = ".numLateRecordsDropped";
    private static final EventTimeFacts NO_EVENT_TIME = new EventTimeFacts(Long.MIN_VALUE, false, -1, -1);

    private final TaskDeployment deployment;
    private final TaskMetrics metrics;
    private final TimeShares times;
    private final Lately lately;

    TaskAccount(TaskDeployment deployment, TaskMetrics metrics, TimeShares times, long nowNanos) {
        this.deployment = deployment;
        this.metrics = metrics;
        this.times = times;
        this.lately = new Lately(nowNanos);
    }

    /**
     * How the task does now.
     *
     * @param ended whether it has seen its last record
     * @param metricsToo whether the metrics of operators are wanted
     */
    TaskFacts of(TaskParts parts, boolean ended, boolean metricsToo, long nowNanos) {
        Lately.Rated rated = lately.rate(operators(parts), times.facts(), nowNanos);
        SourceInput source = parts.source();
        long passed = parts.snapshots() == null ? -1 : parts.snapshots().last();
        List<SplitFacts> splits = source == null ? List.of() : source.source().splits();
        List<MetricFacts> values = metricsToo ? metrics.values() : List.of();
        return new TaskFacts(
                deployment.id().vertex(),
                deployment.id().instance(),
                deployment.id().attempt(),
                activity(parts),
                ended,
                rated.time(),
                parts.input() == null ? NO_EVENT_TIME : parts.input().eventTime(),
                parts.input() == null
                        ? new BarrierFacts(passed, -1, 0)
                        : parts.input().barriers(passed),
                rated.operators(),
                splits,
                parts.fanout().full(),
                parts.fanout().channels(),
                source == null ? -1 : source.source().unread(),
                values);
    }

    private Activity activity(TaskParts parts) {
        if (!parts.fanout().hasRoom()) {
            return Activity.BACK_PRESSURED;
        }
        return times.wasIdle() ? Activity.IDLE : Activity.WORKING;
    }

    private List<OperatorFacts> operators(TaskParts parts) {
        Map<String, Long> counts = metrics.counts();
        List<OperatorFacts> operators = new ArrayList<>();
        if (deployment.vertex().source() != null) {
            String name = deployment.vertex().source().name();
            long out = counts.getOrDefault(name + ".numRecordsOut", 0L);
            long watermark =
                    parts.input() == null ? Long.MIN_VALUE : parts.input().watermark();
            operators.add(new OperatorFacts(
                    name, 0, out, 0, false, watermark, false, 0, TimerFacts.NONE, TimerFacts.NONE, 0, 0));
        }
        if (parts.chain() != null) {
            operators.addAll(parts.chain().facts(name -> late(name, counts)));
        } else {
            deployment.vertex().chain().forEach(node -> operators.add(OperatorFacts.none(node.name())));
        }
        return operators;
    }

    /** Operators of one name share their counters: the first says it for all. */
    private static long late(String operator, Map<String, Long> counts) {
        Long late = counts.remove(operator + LATE);
        return late == null ? 0 : late;
    }
}
