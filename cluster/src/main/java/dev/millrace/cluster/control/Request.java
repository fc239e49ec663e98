package dev.millrace.cluster.control;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** What one kind of request about a job is answered with. Called on any thread. */
@FunctionalInterface
interface Request {

    /**
     * Answers now or later, with text of any number of lines. When it fails, whoever asked reads the exception's message.
     *
     * @param arguments what follows the job's id
     */
    CompletionStage<String> answer(RunningJob job, List<String> arguments);
}
