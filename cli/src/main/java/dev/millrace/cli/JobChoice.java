package dev.millrace.cli;

import dev.millrace.cluster.control.ListedJob;
import dev.millrace.core.option.Suggestion;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the job that a user means: by its id, the beginning of its id, or its name. */
final class JobChoice {

    private JobChoice() {}

    /**
     * The one job of those that run that a word names.
     *
     * @throws IllegalArgumentException when there is none, or more than one
     */
    static ListedJob of(String word, List<ListedJob> running) {
        List<ListedJob> meant =
                running.stream().filter(job -> job.id().equals(word)).toList();
        if (meant.isEmpty()) {
            meant = running.stream().filter(job -> job.name().equals(word)).toList();
        }
        if (meant.isEmpty()) {
            meant = running.stream().filter(job -> job.id().startsWith(word)).toList();
        }
        if (meant.size() == 1) {
            return meant.get(0);
        }
        throw new IllegalArgumentException(meant.isEmpty() ? unknown(word, running) : ambiguous(word, meant));
    }

    private static String unknown(String word, List<ListedJob> running) {
        if (running.isEmpty()) {
            return "No job is called '" + word + "'; none is running";
        }
        String suggestion = Suggestion.nearest(
                        word, running.stream().map(ListedJob::name).toList())
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
        return "No job is called '" + word + "'" + suggestion + "\nThere are: " + named(running);
    }

    private static String ambiguous(String word, List<ListedJob> meant) {
        return meant.size() + " jobs are called '" + word + "'; say which by its id\nThere are: " + named(meant);
    }

    private static String named(List<ListedJob> jobs) {
        return jobs.stream()
                .map(job -> JobTable.shortId(job) + " (" + job.name() + ", process " + job.pid() + ")")
                .collect(Collectors.joining(", "));
    }
}
