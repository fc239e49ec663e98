package dev.millrace.verification.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment of a source file.
 *
 * @param line the line on which it begins, from 1
 * @param text the comment with its slashes and stars
 */
record Comment(int line, String text) {
    /** Text blocks, strings and chars are matched so that what looks like a comment inside them is passed over. */
    private static final Pattern TOKEN = Pattern.compile("\"\"\"(?s:.*?[^\\\\])\"\"\""
            + "|\"(?:\\\\.|[^\"\\\\\\n])*\""
            + "|'(?:\\\\.|[^'\\\\\\n])*'"
            + "|(?<comment>//[^\\n]*|/\\*(?s:.*?)\\*/)");

    static List<Comment> in(String source) {
        List<Comment> comments = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        int line = 1;
        int counted = 0;
        while (matcher.find()) {
            if (matcher.group("comment") != null) {
                line += (int) source.substring(counted, matcher.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
                counted = matcher.start();
                comments.add(new Comment(line, matcher.group("comment")));
            }
        }
        return comments;
    }

    boolean isLineComment() {
        return text.startsWith("//");
    }
}
