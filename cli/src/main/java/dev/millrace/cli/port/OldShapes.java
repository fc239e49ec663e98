package dev.millrace.cli.port;

import java.util.List;

/** The one method that a program overrides in a shape that is gone: the trigger of an assigner, asked for with an argument. */
final class OldShapes {

    static final String NEW = "getDefaultTrigger()";

    private static final List<String> OLD = List.of("getDefaultTrigger", "(", "StreamExecutionEnvironment");

    private OldShapes() {}

    /** The place behind a declaration of the old shape that begins at a place, or the place itself. */
    static int behind(List<Token> tokens, int at) {
        int next = at;
        for (String expected : OLD) {
            if (next >= tokens.size() || !tokens.get(next).text().equals(expected)) {
                return at;
            }
            next++;
        }
        while (next < tokens.size()
                && (tokens.get(next).isBlank() || tokens.get(next).isWord())) {
            next++;
        }
        return next < tokens.size() && tokens.get(next).isSign(')') ? next + 1 : at;
    }
}
