package dev.millrace.runtime.chain;

import dev.millrace.core.code.OwnCode;
import dev.millrace.core.operator.Receiver;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** The way into an operator that is not the only reader of what it reads. Has code of its own for each such operator. */
final class Entry implements Target {
    private final OperatorLink link;
    private final Receiver<Object> receiver;

    Entry(OperatorLink link, Receiver<Object> receiver) {
        this.link = link;
        this.receiver = receiver;
    }

    static Target into(OperatorLink link) {
        return (Target) OwnCode.make(
                MethodHandles.lookup(), Entry.class, List.of(link.receiver().getClass()), link, link.receiver());
    }

    @Override
    public void onRecord(Object value, long timestamp) {
        try {
            link.prepare(value);
            receiver.onRecord(0, value, timestamp);
        } catch (Throwable failure) {
            throw OperatorFailure.at(link, value, failure);
        }
    }

    @Override
    public void onWatermark(long timestamp) {
        link.onWatermark(timestamp);
    }

    @Override
    public void onIdle(boolean idle) {
        link.onIdle(idle);
    }
}
