package dev.millrace.cluster.client;

import dev.millrace.core.fact.JobFacts;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Questions about a job that have not been answered. Used by one thread at a time. */
final class Questions {

    private final TreeMap<Long, CompletableFuture<JobFacts>> open = new TreeMap<>();
    private long asked;

    /** Notes a question; answers its number. */
    long ask(CompletableFuture<JobFacts> answer) {
        open.put(++asked, answer);
        return asked;
    }

    void answered(long request, JobFacts facts) {
        CompletableFuture<JobFacts> answer = open.remove(request);
        if (answer != null) {
            answer.complete(facts);
        }
    }

    /** The job has ended: nobody answers any more. */
    void refuse(String reason) {
        open.values().forEach(answer -> answer.completeExceptionally(new IllegalStateException(reason)));
        open.clear();
    }
}
