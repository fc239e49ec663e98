package dev.millrace.runtime.worker;

import java.util.ArrayList;
import java.util.List;

/** Cuts the engine's own calls from the stack of a thread that steps a task. */
final class Stacks {

    /** So many calls are told at most, the innermost ones. */
    private static final int CALLS_MAX = 32;

    private static final String ENGINE = "dev.millrace.runtime.";

    private Stacks() {}

    /** The calls above the innermost one of the engine, innermost first; all that were made for user code. */
    static List<String> within(StackTraceElement[] calls) {
        List<String> within = new ArrayList<>();
        for (StackTraceElement call : calls) {
            if (call.getClassName().startsWith(ENGINE) || within.size() == CALLS_MAX) {
                break;
            }
            within.add(call.getClassName() + "." + call.getMethodName() + place(call));
        }
        return within;
    }

    private static String place(StackTraceElement call) {
        return call.getFileName() == null || call.getLineNumber() < 0
                ? ""
                : " (" + call.getFileName() + ":" + call.getLineNumber() + ")";
    }
}
