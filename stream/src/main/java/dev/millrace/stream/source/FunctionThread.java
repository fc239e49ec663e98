package dev.millrace.stream.source;

import dev.millrace.core.operator.OperatorContext;

/** The thread of a source function's loop, from its beginning to its end. */
final class FunctionThread<T> implements Runnable {

    private final SourceFunction<T> function;
    private final SourceFunction.SourceContext<T> context;
    private final OperatorContext task;
    private final Handover handover;
    private Thread thread;

    FunctionThread(
            SourceFunction<T> function,
            SourceFunction.SourceContext<T> context,
            OperatorContext task,
            Handover handover) {
        this.function = function;
        this.context = context;
        this.task = task;
        this.handover = handover;
    }

    @Override
    public void run() {
        Throwable thrown = null;
        begin();
        try {
            function.run(context);
        } catch (Throwable failure) {
            thrown = failure;
        }
        context.close();
        end();
        handover.end(thrown);
    }

    private synchronized void begin() {
        thread = Thread.currentThread();
        thread.setName("millrace-source-" + task.task().getTaskNameWithSubtasks());
        thread.setContextClassLoader(task.userClasses());
    }

    /** From now on an interrupt cannot hit whatever the thread does next. */
    private synchronized void end() {
        thread = null;
        Thread.interrupted();
    }

    /** Interrupts the loop if it runs. Any thread. */
    synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
