package dev.millrace.network;

import dev.millrace.core.element.Element;

/**
 * A bounded queue of elements from one task to another, first in, first out. One thread at a time sends, one thread at a
 * time polls. No method waits.
 */
public interface Channel {

    /**
     * Whether an element may be sent now. After a no, the sender's listener is called once there is ample room again. Used
     * by the sending end.
     */
    boolean hasRoom();

    /** Sends an element; an error unless {@link #hasRoom} has just said yes. Used by the sending end. */
    void send(Element element);

    /** Takes the next element, or null when there is none now. Used by the reading end. */
    Element poll();

    /** Says that this end is done with the channel; a channel whose two ends are done is forgotten. */
    void close();
}
