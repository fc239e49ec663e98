package dev.millrace.state.snapshot;

import dev.millrace.core.state.KeyGroupRange;
import java.io.Serializable;
import java.util.List;

/**
 * What a part file holds of one operator instance.
 *
 * @param operator the operator's stable id, or {@link TaskSnapshot#TASK} for what belongs to the task itself
 * @param keyGroups the key groups the instance owned, or null when it had no keyed state
 */
public record OperatorPart(String operator, KeyGroupRange keyGroups, List<NamedList> lists) implements Serializable {

    public OperatorPart {
        lists = List.copyOf(lists);
    }
}
