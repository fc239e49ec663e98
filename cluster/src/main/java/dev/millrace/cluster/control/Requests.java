package dev.millrace.cluster.control;

import dev.millrace.cluster.metric.JsonText;
import dev.millrace.cluster.metric.PrometheusText;
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
        table.put("metrics", Requests::metrics);
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

    /** The metrics of the job for Prometheus; with the argument {@code json} as JSON. */
    private static CompletionStage<String> metrics(RunningJob job, List<String> arguments) {
        return job.handle()
                .facts(true)
                .thenApply(facts ->
                        arguments.contains("json") ? JsonText.of(List.of(facts)) : PrometheusText.of(List.of(facts)));
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
