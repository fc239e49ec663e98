package dev.millrace.network;

import dev.millrace.core.element.Element;

/**
 * A bounded queue of elements from one task to another, first in, first out, seen from one of its ends. Each end belongs to
 * one thread at a time, and no method waits.
 */
public interface Channel {

    /**
     * Says that this end is done; a channel whose two ends are done is forgotten. A channel whose reading end is done has
     * room for everything and keeps nothing.
     */
    void close();

    /** The end that sends. */
    interface Sender extends Channel {
        /**
         * Whether an element may be sent now. After a no, the listener of this end is called once there is ample room
         * again.
         */
        boolean hasRoom();

        /** Sends an element; an error unless {@link #hasRoom} has just said yes. */
        void send(Element element);
    }

    /** The end that reads. */
    interface Receiver extends Channel {
        /** Takes the next element, or null when there is none now; the listener of this end is called when one comes. */
        Element poll();
    }
}
