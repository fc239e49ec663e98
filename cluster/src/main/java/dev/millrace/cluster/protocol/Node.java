package dev.millrace.cluster.protocol;

/** A state machine over messages and ticks. One thread calls it; no call waits. */
public interface Node {

    void onMessage(NodeId from, ControlMessage message);

    /** Time has passed. Called every few milliseconds while there is work, rarely while there is none. */
    void onTick(long nowMillis);
}
