package dev.millrace.cluster.protocol;

import java.io.Serializable;

/**
 * The address of a node.
 *
 * @param name what people call it
 * @param incarnation rises with each start, so that a node which was restarted is another one to its peers
 */
public record NodeId(String name, long incarnation) implements Serializable {

    @Override
    public String toString() {
        return name + "#" + incarnation;
    }
}
