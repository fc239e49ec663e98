package dev.millrace.cli.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ports one source: imports, names in code, names in links of documentation. Strings and other comments stay. */
final class SourcePort {

    private static final Pattern LINK =
            Pattern.compile("\\{@(?:link|linkplain|value)\\s[^}]*}|@(?:see|throws|exception)\\s[^\\n]*");
    private static final Pattern NAME = Pattern.compile("org\\.apache\\.flink(?:\\.\\w+)+");

    private final NameMap map;
    private final OwnTypes own;
    private final String file;
    private final List<Token> tokens;
    private final Imports imports;
    private final List<Complaint> complaints = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int names;

    private SourcePort(NameMap map, OwnTypes own, String file, List<Token> tokens) {
        this.map = map;
        this.own = own;
        this.file = file;
        this.tokens = tokens;
        this.imports = Imports.of(map, own, file, tokens);
    }

    static PortedSource port(NameMap map, OwnTypes own, String file, List<Token> tokens) {
        return new SourcePort(map, own, file, tokens).run();
    }

    private PortedSource run() {
        complaints.addAll(imports.complaints());
        names = imports.names();
        int at = 0;
        while (at < tokens.size()) {
            at = step(at);
        }
        return new PortedSource(text.toString(), names, List.copyOf(complaints));
    }

    /** Writes what begins at a place and answers the place behind it. */
    private int step(int at) {
        Token token = tokens.get(at);
        if (token.kind() == Token.Kind.DOCUMENTATION) {
            text.append(documentation(token.text()));
            return at + 1;
        }
        if (token.isSign('@')
                && at + 1 < tokens.size()
                && imports.drops(tokens.get(at + 1).text())) {
            return annotation(at);
        }
        if (!token.isWord() || isMember(at)) {
            text.append(token.text());
            return at + 1;
        }
        return switch (token.text()) {
            case "package" -> packageLine(at);
            case "import" -> importLine(at);
            default -> name(at);
        };
    }

    /** The place behind an annotation, its arguments and the blanks after it. */
    private int annotation(int at) {
        int end = at + 2;
        if (end < tokens.size() && tokens.get(end).isSign('(')) {
            while (end < tokens.size() && !tokens.get(end).isSign(')')) {
                end++;
            }
            end++;
        }
        while (end < tokens.size() && tokens.get(end).isBlank()) {
            end++;
        }
        return end;
    }

    private int packageLine(int at) {
        int end = verbatim(at);
        imports.added().forEach(line -> text.append('\n').append(line));
        return end;
    }

    private int importLine(int at) {
        String instead = imports.at(at);
        if (instead == null) {
            return verbatim(at);
        }
        text.append(instead);
        return semicolon(at) + 1;
    }

    private int verbatim(int at) {
        int end = Math.min(semicolon(at) + 1, tokens.size());
        tokens.subList(at, end).forEach(token -> text.append(token.text()));
        return end;
    }

    private int semicolon(int at) {
        int end = at;
        while (end < tokens.size() && !tokens.get(end).isSign(';')) {
            end++;
        }
        return end;
    }

    /** Whether a dot stands before, so that the word alone means nothing. */
    private boolean isMember(int at) {
        int before = at - 1;
        while (before >= 0 && tokens.get(before).isBlank()) {
            before--;
        }
        return before >= 0 && tokens.get(before).isSign('.');
    }

    private int name(int at) {
        Chain chain = Chain.at(tokens, at);
        int behindOld = OldShapes.behind(tokens, at);
        if (behindOld > at) {
            text.append(OldShapes.NEW);
            names++;
            return behindOld;
        }
        if (chain.dotted().startsWith(NameMap.THEIRS + ".")) {
            return qualified(chain);
        }
        String meaning = imports.meaning(chain.part(0));
        if (meaning != null) {
            return simple(chain, meaning);
        }
        text.append(tokens.get(at).text());
        return at + 1;
    }

    private int qualified(Chain chain) {
        Optional<String> theirs = own.covers(chain.dotted()) ? Optional.empty() : map.classIn(chain.dotted());
        if (theirs.isPresent()) {
            names++;
            return instead(
                    chain, Chain.length(theirs.get()), map.ours(theirs.get()).orElseThrow());
        }
        if (!isOwn(chain)) {
            complaints.add(new Complaint(file, chain.line(), chain.dotted(), map.remark(chain.dotted())));
        }
        text.append(chain.first());
        return chain.behind(1);
    }

    private boolean isOwn(Chain chain) {
        return own.covers(chain.dotted());
    }

    /** A class known by its simple name, perhaps with nested ones behind it; most keep their names. */
    private int simple(Chain chain, String outer) {
        String dotted = outer + chain.dotted().substring(chain.part(0).length());
        String theirs = map.classIn(dotted).orElse(outer);
        String ours = map.ours(theirs).orElseThrow();
        String kept = map.ours(outer).orElseThrow() + theirs.substring(outer.length());
        int parts = 1 + Chain.length(theirs) - Chain.length(outer);
        boolean same = ours.equals(kept) && NameMap.simple(ours).equals(NameMap.simple(theirs));
        if (same) {
            text.append(chain.first());
            return chain.behind(1);
        }
        names++;
        return instead(chain, parts, parts == 1 ? NameMap.simple(ours) : ours);
    }

    private int instead(Chain chain, int parts, String ours) {
        text.append(ours);
        return chain.behind(parts);
    }

    private String documentation(String comment) {
        return LINK.matcher(comment).replaceAll(link -> {
            String ported =
                    NAME.matcher(link.group()).replaceAll(name -> Matcher.quoteReplacement(linked(name.group())));
            return Matcher.quoteReplacement(ported);
        });
    }

    private String linked(String dotted) {
        return map.classIn(dotted)
                .filter(theirs -> !own.covers(dotted))
                .map(theirs -> map.ours(theirs).orElseThrow() + dotted.substring(theirs.length()))
                .orElse(dotted);
    }
}
