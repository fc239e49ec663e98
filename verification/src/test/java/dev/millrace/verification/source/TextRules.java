package dev.millrace.verification.source;

import java.util.List;
import java.util.regex.Pattern;

/** What comments and texts may not say. */
final class TextRules {
    private static final Pattern LATER = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");
    private static final Pattern CODE = Pattern.compile("//.*[;{}]\\s*|//\\s*(import|return|@\\w+)\\b.*[^.]");
    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.})])/(wor[k]|roo[t]|hom[e]|tm[p])/");

    private TextRules() {}

    /** What is not done is an issue, not a remark. */
    static SourceRule nothingForLater() {
        return file -> file.comments().stream()
                .filter(comment -> LATER.matcher(comment.text()).find())
                .map(comment -> file.path() + ":" + comment.line() + ": leaves something for later; do it or drop it")
                .toList();
    }

    /** Code that is not needed is deleted; the history keeps it. */
    static SourceRule noCommentedOutCode() {
        return file -> file.comments().stream()
                .filter(comment ->
                        comment.isLineComment() && CODE.matcher(comment.text()).matches())
                .map(comment ->
                        file.path() + ":" + comment.line() + ": looks like code in a comment: " + comment.text())
                .toList();
    }

    /** Nothing knows the machine it was written on. */
    static SourceRule noMachinePaths() {
        return file -> machinePaths(file.path(), file.text());
    }

    /** The lines of any text file that name a folder of somebody's machine. */
    static List<String> machinePaths(String path, String text) {
        return text.lines()
                .filter(line -> MACHINE_PATH.matcher(line).find())
                .map(line -> path + ": names a folder of somebody's machine: " + line.strip())
                .toList();
    }
}
