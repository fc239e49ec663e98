package dev.millrace.cli;

import dev.millrace.cluster.control.ProcessEndedException;
import dev.millrace.cluster.control.RefusedException;
import dev.millrace.core.plan.JobAbandonedException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/** What a user reads when a program has failed: what happened, and each cause that says something new. */
final class FailureReport {

    private static final int CAUSES_MAX = 8;

    private final Throwable failure;
    private final boolean stacktrace;

    private FailureReport(Throwable failure, boolean stacktrace) {
        this.failure = failure;
        this.stacktrace = stacktrace;
    }

    static FailureReport of(Throwable failure, boolean stacktrace) {
        return new FailureReport(failure, stacktrace);
    }

    void printTo(PrintWriter err) {
        if (stacktrace) {
            failure.printStackTrace(err);
            err.flush();
            return;
        }
        List<String> messages = messages();
        err.println("millrace: " + messages.get(0));
        for (String cause : messages.subList(1, messages.size())) {
            err.println("  because: " + cause);
        }
        if (!saysAll()) {
            err.println("  (millrace --stacktrace ... shows where)");
        }
    }

    /** Whether a stack trace would tell nothing more: the command was wrong, or somebody wanted the job to end. */
    private boolean saysAll() {
        return failure instanceof IllegalArgumentException
                || failure instanceof RefusedException
                || failure instanceof ProcessEndedException
                || failure.getCause() instanceof JobAbandonedException;
    }

    /** The messages from the outermost to the root cause, without those that an outer one quotes. */
    private List<String> messages() {
        List<String> messages = new ArrayList<>();
        Throwable next = innermostThatSaysAll();
        for (int i = 0; next != null && i < CAUSES_MAX; i++) {
            String news = next.getMessage() == null ? message(next) : next.getMessage();
            boolean explained = next instanceof LinkageError && !messages.isEmpty();
            if (!explained && messages.stream().noneMatch(outer -> outer.contains(news))) {
                messages.add(message(next));
            }
            next = next.getCause();
        }
        return messages;
    }

    /** Below exceptions of ours that only repeat the message of another one of ours. */
    private Throwable innermostThatSaysAll() {
        Throwable told = failure;
        while (told.getCause() != null
                && isOurs(told.getCause())
                && told.getCause().getMessage() != null
                && told.getMessage() != null
                && told.getMessage().endsWith(told.getCause().getMessage())) {
            told = told.getCause();
        }
        return told;
    }

    private static boolean isOurs(Throwable t) {
        return t.getClass().getName().startsWith("dev.millrace.");
    }

    /** A message that is only a name or missing says nothing without the kind of the error. */
    private static String message(Throwable t) {
        String message = t.getMessage();
        String kind = t.getClass().getSimpleName();
        if (t instanceof FileSystemException file) {
            return message(file);
        }
        if (message == null || message.isBlank()) {
            return kind;
        }
        boolean own = isOurs(t)
                || t instanceof IllegalArgumentException
                || t instanceof java.io.IOException
                || t instanceof IllegalStateException;
        return own && message.contains(" ") ? message : kind + ": " + message;
    }

    /** Messages of these are paths, and their names say what is wrong. */
    private static String message(FileSystemException file) {
        String reason = file.getReason() == null ? "" : ": " + file.getReason();
        if (file instanceof NoSuchFileException) {
            return "There is no file " + file.getFile() + "; check the spelling of the path";
        }
        if (file instanceof AccessDeniedException) {
            return "No permission for " + file.getFile() + reason + "; look at its owner and rights (ls -ld)";
        }
        return file.getClass().getSimpleName().replace("Exception", "") + ": " + file.getFile() + reason;
    }
}
