package dev.millrace.runtime.task;

import dev.millrace.core.operator.Mailbox;
import dev.millrace.runtime.chain.Alarms;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What other threads want of a task. Orders are taken in every phase; the mail of operators, which may emit, only when there
 * is room and no operator is busy. Any thread puts in, the task's thread takes out.
 */
final class TaskMailbox implements Mailbox {
    private final Queue<Action> orders = new ConcurrentLinkedQueue<>();
    private final Queue<Action> mail = new ConcurrentLinkedQueue<>();
    private final Alarms alarms;
    private final Runnable wake;

    TaskMailbox(Alarms alarms, Runnable wake) {
        this.alarms = alarms;
        this.wake = wake;
    }

    void order(Action order) {
        orders.add(order);
        wake.run();
    }

    @Override
    public void execute(Action action) {
        mail.add(action);
        wake.run();
    }

    @Override
    public void at(long timeMillis, Action action) {
        order(() -> alarms.at(timeMillis, action));
    }

    /** Takes all orders that are there; true when there was one. */
    boolean runOrders() throws Exception {
        boolean any = false;
        for (Action order = orders.poll(); order != null; order = orders.poll()) {
            order.run();
            any = true;
        }
        return any;
    }

    /** Takes one piece of mail; false when there is none. */
    boolean runOneMail() throws Exception {
        Action action = mail.poll();
        if (action == null) {
            return false;
        }
        action.run();
        return true;
    }
}
