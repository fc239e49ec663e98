package dev.millrace.runtime.task;

import dev.millrace.runtime.TaskFailure;
import dev.millrace.runtime.TaskId;
import dev.millrace.runtime.TaskTally;
import dev.millrace.runtime.chain.ChainServices;
import dev.millrace.runtime.chain.OperatorFailure;

/** What a task tells of itself: how it does, what it has accumulated, and how it ended. Owned by the task's thread. */
final class TaskReports {
    /** How often a task tells what it has accumulated. */
    private static final long TALLY_MILLIS = 1_000;

    private final ChainServices services;
    private final TaskParts parts;
    private final TaskLife life;
    private final TimeShares times;
    private final TaskAccount account;

    TaskReports(ChainServices services, TaskParts parts, TaskLife life) {
        this.services = services;
        this.parts = parts;
        this.life = life;
        String vertex = services.deployment().vertex().name();
        this.times = new TimeShares(services.metrics().of(vertex), nanos());
        this.account = new TaskAccount(services.deployment(), services.metrics(), times, nanos());
    }

    /** A step begins, after a pause for a reason. */
    void stepBegins(Progress reason) {
        times.begins(nanos(), reason);
    }

    void stepEnds() {
        if (!life.is(TaskPhase.CLOSED)) {
            count();
        }
        times.ends(nanos());
    }

    private void count() {
        if (parts.chain() != null) {
            parts.chain().count();
        }
        if (parts.source() != null) {
            parts.source().source().count();
        }
    }

    /** Says how the task does. */
    void tellFacts(long request, boolean metricsToo) {
        if (!life.is(TaskPhase.CLOSED)) {
            count();
            boolean ended = life.is(TaskPhase.ENDED) || life.is(TaskPhase.LEAVING);
            services.events().facts(id(), request, account.of(parts, ended, metricsToo, nanos()));
        }
    }

    /** Tells what has been accumulated, again and again while it can grow. */
    void tellTallyLater() {
        services.alarms().at(services.host().clock().millis() + TALLY_MILLIS, () -> {
            if (life.is(TaskPhase.RUNNING) || life.is(TaskPhase.ENDING)) {
                services.events().tallied(id(), tally());
                tellTallyLater();
            }
        });
    }

    private TaskTally tally() {
        count();
        return new TaskTally(services.accumulators().all(), services.metrics().counts());
    }

    void finished() {
        services.events().finished(id(), tally());
    }

    void failed(Throwable failure) {
        String vertex = services.deployment().vertex().name();
        int instance = id().instance();
        services.events()
                .failed(
                        id(),
                        failure instanceof OperatorFailure named
                                ? new TaskFailure(vertex, instance, named.operator(), named.record(), named.getCause())
                                : new TaskFailure(vertex, instance, null, null, failure));
    }

    private TaskId id() {
        return services.deployment().id();
    }

    private long nanos() {
        return services.host().clock().nanos();
    }
}
