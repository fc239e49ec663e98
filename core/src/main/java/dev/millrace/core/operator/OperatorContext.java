package dev.millrace.core.operator;

import dev.millrace.core.accumulator.Accumulator;
import dev.millrace.core.function.DistributedCache;
import dev.millrace.core.function.JobInfo;
import dev.millrace.core.function.TaskInfo;
import dev.millrace.core.memory.Memory;
import dev.millrace.core.metric.OperatorMetricGroup;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.time.Clock;
import dev.millrace.core.type.TypeSystem;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/** What the engine gives to one instance of an operator. Used by the operator's thread only, but for the mailbox. */
public interface OperatorContext {

    JobInfo job();

    /** Which instance this is, of how many, and of which attempt. */
    TaskInfo task();

    /** The operator's name, as plans and errors show it. */
    String name();

    /** The keyed state; an error that names the operator when its input has no keys. */
    KeyedState state();

    /** The timers; an error that names the operator when its input has no keys. */
    Timers timers();

    /**
     * The event time that has come to this operator, milliseconds since the epoch; {@link Long#MIN_VALUE} at first. After a
     * restore it goes on from the snapshot.
     */
    long currentWatermark();

    /** The checkpoint that the task goes on from; empty when the job started afresh. */
    OptionalLong restoredCheckpoint();

    Clock clock();

    Mailbox mailbox();

    /** Runs things beside the operator's thread; they come back through the mailbox. */
    Executor background();

    Memory memory();

    OperatorMetricGroup metrics();

    TypeSystem types();

    ClassLoader userClasses();

    /** What the program set for the whole job to see. */
    Map<String, String> globalParameters();

    /** The files that the program registered. */
    DistributedCache cachedFiles();

    /** Whether values are passed on as they are, because the user promised not to change them. */
    boolean objectReuse();

    /** Adds an accumulator whose merged value the job's result shows. */
    void accumulator(String name, Accumulator<?, ?> accumulator);

    /** The accumulator of a name that this task has, or null. */
    Accumulator<?, ?> accumulator(String name);

    /**
     * Sends bytes to whoever submitted the job, in order per instance. They may be lost or repeated when the task fails:
     * the receiver looks at positions of its own. An operator that may report more than the receiver takes is a {@link
     * Reporter} and {@link Paced}.
     */
    void report(String channel, byte[] bytes);
}
