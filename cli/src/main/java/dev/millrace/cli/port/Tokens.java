package dev.millrace.cli.port;

import java.util.ArrayList;
import java.util.List;

/** Cuts a Java source into tokens, so that names in strings and comments are told from names in code. */
final class Tokens {

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int line = 1;

    private Tokens(String source) {
        this.source = source;
    }

    static List<Token> of(String source) {
        return new Tokens(source).read();
    }

    private List<Token> read() {
        int at = 0;
        while (at < source.length()) {
            Token.Kind kind = kindAt(at);
            int end = end(kind, at);
            String text = source.substring(at, end);
            tokens.add(new Token(kind, text, line));
            line += (int) text.chars().filter(c -> c == '\n').count();
            at = end;
        }
        return tokens;
    }

    private Token.Kind kindAt(int at) {
        char c = source.charAt(at);
        if (source.startsWith("/**", at) && !source.startsWith("/**/", at)) {
            return Token.Kind.DOCUMENTATION;
        }
        if (Character.isWhitespace(c) || source.startsWith("//", at) || source.startsWith("/*", at)) {
            return Token.Kind.SPACE;
        }
        if (c == '"' || c == '\'') {
            return Token.Kind.LITERAL;
        }
        return Character.isJavaIdentifierPart(c) ? Token.Kind.WORD : Token.Kind.SIGN;
    }

    private int end(Token.Kind kind, int at) {
        return switch (kind) {
            case WORD -> endOfRun(at, Character::isJavaIdentifierPart);
            case SIGN -> at + 1;
            case DOCUMENTATION -> after("*/", at + 3);
            case LITERAL -> source.startsWith("\"\"\"", at) ? endOfTextBlock(at + 3) : endOfQuoted(at);
            case SPACE -> {
                if (source.startsWith("//", at)) {
                    int newline = source.indexOf('\n', at);
                    yield newline < 0 ? source.length() : newline;
                }
                yield source.startsWith("/*", at) ? after("*/", at + 2) : endOfRun(at, Character::isWhitespace);
            }
        };
    }

    private int endOfRun(int at, java.util.function.IntPredicate inside) {
        int end = at;
        while (end < source.length() && inside.test(source.charAt(end))) {
            end++;
        }
        return end;
    }

    private int after(String mark, int from) {
        int found = source.indexOf(mark, from);
        return found < 0 ? source.length() : found + mark.length();
    }

    private int endOfTextBlock(int from) {
        int at = from;
        while (at < source.length() && !source.startsWith("\"\"\"", at)) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(source.length(), at + 3);
    }

    private int endOfQuoted(int from) {
        char quote = source.charAt(from);
        int at = from + 1;
        while (at < source.length() && source.charAt(at) != quote && source.charAt(at) != '\n') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(source.length(), at + 1);
    }
}
