package dev.millrace.runtime.batch;

import dev.millrace.core.element.Batch;
import dev.millrace.core.plan.Gathering;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.runtime.chain.Chain;
import dev.millrace.runtime.chain.ChainServices;
import java.util.List;

/** Where records of a task's inputs wait before they come to its chain. Owned by the task's thread. */
public sealed interface Stage permits KeyByKey, BehindOthers {

    /** The stage of a task in whose chain the head gathers records. */
    static Stage of(ChainServices services, Chain chain) {
        OperatorNode head = services.deployment().vertex().chain().get(0);
        Gathered gathered = new Gathered(
                head.name(), services.deployment().types(), services.host().memory());
        return switch (head.gathering()) {
            case BY_KEY -> new KeyByKey(head, gathered, services.deployment().types(), chain);
            case BEHIND_OTHERS -> new BehindOthers(gathered, chain);
            case NONE -> throw new IllegalArgumentException("operator " + head.name() + " gathers nothing");
        };
    }

    /** Whether a task has one. */
    static boolean concerns(ChainServices services) {
        List<OperatorNode> chain = services.deployment().vertex().chain();
        return !chain.isEmpty() && chain.get(0).gathering() != Gathering.NONE;
    }

    /** Whether the records of an input wait now. */
    boolean holds(int input);

    /** Takes the rows of a batch of an input that is held. */
    void take(int input, Batch batch, int from);

    /** The last records of all inputs but the first have come. */
    void onOthersEnded();

    /** The last records of all inputs have come. */
    void onAllEnded();

    /** Whether records that have waited are to go to the chain, before any others. */
    boolean isDelivering();

    /** Gives some of what has waited to the chain; false when nothing can be done now. */
    boolean deliver();

    /** Lets go of everything. */
    void close();
}
