package dev.millrace.cli.port;

import java.util.ArrayList;
import java.util.List;

/** Words joined by dots, as they stand in a source: a qualified name, or a name and what is asked of it. */
final class Chain {

    private final List<Token> words;
    private final List<Integer> places;

    private Chain(List<Token> words, List<Integer> places) {
        this.words = words;
        this.places = places;
    }

    /** The chain that begins with the word at a place. */
    static Chain at(List<Token> tokens, int first) {
        List<Token> words = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int at = first;
        while (at < tokens.size() && tokens.get(at).isWord()) {
            words.add(tokens.get(at));
            places.add(at);
            int dot = significant(tokens, at + 1);
            if (dot == tokens.size() || !tokens.get(dot).isSign('.')) {
                break;
            }
            at = significant(tokens, dot + 1);
        }
        return new Chain(words, places);
    }

    private static int significant(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size() && tokens.get(at).isBlank()) {
            at++;
        }
        return at;
    }

    static int length(String dotted) {
        return (int) dotted.chars().filter(c -> c == '.').count() + 1;
    }

    String dotted() {
        return String.join(".", words.stream().map(Token::text).toList());
    }

    String part(int index) {
        return words.get(index).text();
    }

    String first() {
        return part(0);
    }

    int line() {
        return words.get(0).line();
    }

    /** The place behind so many words. */
    int behind(int parts) {
        return places.get(parts - 1) + 1;
    }
}
