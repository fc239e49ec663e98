package dev.millrace.verification.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program in a page: a fenced block that begins with {@code ```java run} and holds one source file with a {@code main}.
 * A block that begins with {@code ```output} behind it says what it prints; {@code ```output unordered}, that its lines may
 * come in another order.
 *
 * @param page the path of the page
 * @param line the page's line on which the program's first line stands, from 1
 * @param output the lines that it has to print; null when the page does not say
 * @param ordered whether they come in this order
 */
record Snippet(String page, int line, String code, List<String> output, boolean ordered) {
    private static final String BEGIN = "```java run";
    private static final String BEGIN_OUTPUT = "```output";
    private static final String UNORDERED = " unordered";
    private static final String END = "```";
    private static final Pattern CLASS = Pattern.compile("^(?:public )?(?:final )?class (\\w+)", Pattern.MULTILINE);

    /** The programs of a page, in their order. */
    static List<Snippet> in(String page, String text) {
        List<Snippet> found = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int begin = 0; begin < lines.length; begin++) {
            if (lines[begin].strip().equals(BEGIN)) {
                int end = endOf(lines, begin);
                String code = String.join("\n", inside(lines, begin, end));
                int next = behind(lines, end);
                boolean hasOutput = next < lines.length && lines[next].startsWith(BEGIN_OUTPUT);
                List<String> output = hasOutput ? inside(lines, next, endOf(lines, next)) : null;
                boolean ordered = !hasOutput || !lines[next].endsWith(UNORDERED);
                found.add(new Snippet(page, begin + 2, code, output, ordered));
                begin = end;
            }
        }
        return found;
    }

    /** The next line with something on it. */
    private static int behind(String[] lines, int end) {
        int next = end + 1;
        while (next < lines.length && lines[next].isBlank()) {
            next++;
        }
        return next;
    }

    private static int endOf(String[] lines, int begin) {
        int end = begin + 1;
        while (end < lines.length && !lines[end].strip().equals(END)) {
            end++;
        }
        return end;
    }

    private static List<String> inside(String[] lines, int begin, int end) {
        return List.of(lines).subList(begin + 1, end);
    }

    /** The name of its first class at the margin. */
    String className() {
        Matcher matcher = CLASS.matcher(code);
        if (!matcher.find()) {
            throw new AssertionError(at(1) + ": a program that is run needs a class with a main method");
        }
        return matcher.group(1);
    }

    /** Where a line of the program stands, from 1: page and line, as editors know it. */
    String at(long lineOfProgram) {
        return page + ":" + (line + lineOfProgram - 1);
    }

    @Override
    public String toString() {
        return page + ":" + line;
    }
}
