package dev.millrace.cluster.control;

import dev.millrace.core.diagnosis.Diagnosis;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The table of what can be asked about a job. */
final class Requests {

    private static final Map<String, Request> TABLE = table();

    private Requests() {}

    private static Map<String, Request> table() {
        Map<String, Request> table = new TreeMap<>();
        table.put("cancel", Requests::cancel);
        table.put("stop", Requests::stop);
        table.put("why", Requests::why);
        return table;
    }

    /** The answer to a request by its name. */
    static CompletionStage<String> answer(String name, RunningJob job, List<String> arguments) {
        Request request = TABLE.get(name);
        if (request == null) {
            return CompletableFuture.failedFuture(new IllegalArgumentException("this process, of Millrace "
                    + Requests.class.getPackage().getImplementationVersion() + ", knows no request '" + name
                    + "', only " + TABLE.keySet() + "; use the command of the same version"));
        }
        return request.answer(job, arguments);
    }

    /** Completes when the job's tasks have gone. */
    private static CompletionStage<String> cancel(RunningJob job, List<String> arguments) {
        return job.handle().cancel().thenApply(gone -> "");
    }

    /** Why nothing comes out of the job, as a page of text. */
    private static CompletionStage<String> why(RunningJob job, List<String> arguments) {
        return job.handle().why().thenApply(Diagnosis::toString);
    }

    /** The path of the last checkpoint; with the argument {@code drain} windows and timers fire first. */
    private static CompletionStage<String> stop(RunningJob job, List<String> arguments) {
        return job.handle().stop(arguments.contains("drain"));
    }
}
