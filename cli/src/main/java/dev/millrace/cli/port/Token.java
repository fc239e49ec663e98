package dev.millrace.cli.port;

/**
 * A piece of a Java source; all pieces together are the source.
 *
 * @param line the line on which it begins, from 1
 */
record Token(Kind kind, String text, int line) {

    enum Kind {
        /** An identifier or a keyword. */
        WORD,
        /** White space and comments that are no documentation. */
        SPACE,
        /** A comment that begins with two stars. */
        DOCUMENTATION,
        /** A string, a text block or a character. */
        LITERAL,
        /** Any other single character. */
        SIGN
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isSign(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    /** Whether the compiler does not see it. */
    boolean isBlank() {
        return kind == Kind.SPACE || kind == Kind.DOCUMENTATION;
    }
}
