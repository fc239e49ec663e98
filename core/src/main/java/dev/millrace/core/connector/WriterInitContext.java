package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import dev.millrace.core.operator.Mailbox;
import dev.millrace.core.time.Clock;
import java.util.concurrent.Executor;

/** What the engine gives to a writer. Used by the writer's thread only, but for the mailbox and the executor. */
@ModelApi
public interface WriterInitContext extends InitContext {

    Clock clock();

    /** Calls into the writer's thread, at once or at a time; lost when the task ends. */
    Mailbox mailbox();

    /** Runs things beside the writer's thread; they come back through the mailbox. */
    Executor background();

    /** Whether records are passed on as they are, because the user promised not to change them. */
    boolean isObjectReuseEnabled();
}
