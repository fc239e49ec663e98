package dev.millrace.state.snapshot;

import java.util.List;

/**
 * The part of one task in a checkpoint: a durable file and what is in it.
 *
 * @param file the file's name in the directory of its checkpoint
 * @param bytes the file's length
 * @param operators what it holds; operators without state are left out
 */
public record TaskSnapshot(String file, long bytes, List<OperatorPart> operators) implements InstanceSnapshot {

    /** Stands for the task itself where the id of an operator is expected. */
    public static final String TASK = "task";

    private static final String LINK = "link/";

    public TaskSnapshot {
        operators = List.copyOf(operators);
    }

    /** Stands for the place of an operator in its chain where the id of an operator is expected; it goes where that goes. */
    public static String link(String operator) {
        return LINK + operator;
    }
}
