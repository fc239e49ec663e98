package dev.millrace.cluster.protocol;

import java.io.Serializable;

/**
 * The address of a node.
 *
 * @param name what people call it
 * @param incarnation rises with each start, so that a node which was restarted is another one to its peers
 */
public record NodeId(String name, long incarnation) implements Serializable {

    /** Written out, as the start of a job asks for it: a record's own is put together from method handles when first called. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NodeId that && that.incarnation == incarnation && that.name.equals(name);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Long.hashCode(incarnation);
    }

    @Override
    public String toString() {
        return name + "#" + incarnation;
    }
}
