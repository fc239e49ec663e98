package dev.millrace.cluster.protocol;

/** Carries messages of one node to others. It may lose, repeat and reorder them, and never blocks. */
public interface Post {

    void send(NodeId to, ControlMessage message);
}
