package dev.millrace.cli.port;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An import declaration.
 *
 * @param first the place of its first token
 * @param last the place of its semicolon
 * @param name what is imported, without the star
 * @param all whether a star follows the name
 */
record ImportLine(int first, int last, int line, String name, boolean isStatic, boolean all) {

    /** The imports of a source, in order. */
    static List<ImportLine> in(List<Token> tokens) {
        List<ImportLine> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.isWord() && isDeclaration(token.text())) {
                break;
            }
            if (token.isWord() && token.text().equals("import")) {
                ImportLine line = read(tokens, at);
                found.add(line);
                at = line.last();
            }
            at++;
        }
        return found;
    }

    private static boolean isDeclaration(String word) {
        return word.equals("class") || word.equals("interface") || word.equals("enum") || word.equals("record");
    }

    private static ImportLine read(List<Token> tokens, int first) {
        StringBuilder name = new StringBuilder();
        boolean isStatic = false;
        int at = first + 1;
        while (at < tokens.size() && !tokens.get(at).isSign(';')) {
            Token token = tokens.get(at);
            if (token.isWord() && token.text().equals("static")) {
                isStatic = true;
            } else if (!token.isBlank()) {
                name.append(token.text());
            }
            at++;
        }
        boolean all = name.toString().endsWith(".*");
        String imported = all ? name.substring(0, name.length() - 2) : name.toString();
        int last = Math.min(at, tokens.size() - 1);
        return new ImportLine(first, last, tokens.get(first).line(), imported, isStatic, all);
    }

    boolean isTheirs() {
        return name.equals(NameMap.THEIRS) || name.startsWith(NameMap.THEIRS + ".");
    }

    /** The declaration as it stands in the source. */
    String original(List<Token> tokens) {
        return tokens.subList(first, last + 1).stream().map(Token::text).collect(Collectors.joining());
    }

    static String text(String name) {
        return "import " + name + ";";
    }
}
