package dev.millrace.cluster.why;

import java.util.List;
import java.util.regex.Pattern;

/** Tells the calls of a stack apart. */
final class Calls {

    private static final Pattern NOT_OF_USER = Pattern.compile("(java|javax|jdk|sun|com\\.sun)\\..*"
            + "|dev\\.millrace\\.(core|stream|connectors|state|network|runtime|cluster)\\..*");

    private Calls() {}

    /** The innermost call that is neither the engine's nor the JDK's; the innermost of all when every one is. */
    static String ofUser(List<String> stack) {
        return stack.stream()
                .filter(call -> !NOT_OF_USER.matcher(call).matches())
                .findFirst()
                .orElse(stack.get(0));
    }
}
