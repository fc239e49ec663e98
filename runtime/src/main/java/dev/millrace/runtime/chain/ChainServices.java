package dev.millrace.runtime.chain;

import dev.millrace.core.operator.Mailbox;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.runtime.HostServices;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.TaskEvents;

/** What the operators of one task share. */
public record ChainServices(
        TaskDeployment deployment,
        HostServices host,
        Mailbox mailbox,
        Alarms alarms,
        TaskEvents events,
        Accumulators accumulators,
        TaskMetrics metrics) {

    /** What a source that heads the chain sees of its task: all that operators without keys see. */
    public OperatorContext ofSource(String name) {
        return new LinkContext(this, name, null, null, () -> Long.MIN_VALUE);
    }
}
