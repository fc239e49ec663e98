package dev.millrace.verification.document;

import dev.millrace.core.option.ConfigOption;
import dev.millrace.core.option.GivenOptions;
import dev.millrace.core.option.KnownOptions;
import dev.millrace.verification.source.ProjectFiles;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of options as it has to be: keys, types and defaults by the constants, meanings by their comments. */
final class OptionsPage {
    private static final String SOURCES = "core/src/main/java/";
    private static final Pattern DOCUMENTED = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+public static final ConfigOption<.*?> (\\w+)", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|link) ([^}]*)}");

    private OptionsPage() {}

    static String text() {
        StringBuilder page = new StringBuilder("""
            # Options

            Written by the build from the constants that programs use. A program sets them in a `Configuration`, or by the
            setters that mean the same; from outside they are given as `-D%sKEY=VALUE` to Java. What the
            program sets itself wins. A duration is written `500ms`, `2s`, `1min` or `1h`.
            """.formatted(GivenOptions.PREFIX));
        for (Class<?> declaring : KnownOptions.declaredBy()) {
            page.append(section(declaring));
        }
        return page.toString();
    }

    private static String section(Class<?> declaring) {
        String source = ProjectFiles.text(SOURCES + declaring.getName().replace('.', '/') + ".java");
        Map<String, String> meanings = meanings(source);
        String rows = Stream.of(declaring.getFields())
                .map(field -> row(field, meanings.get(field.getName())))
                .collect(Collectors.joining());
        return "\n## " + declaring.getSimpleName() + "\n" + classMeaning(source)
                + "\n\n| Key | Value | Default | Meaning |\n|---|---|---|---|\n" + rows;
    }

    private static Map<String, String> meanings(String source) {
        return DOCUMENTED.matcher(source).results().collect(Collectors.toMap(m -> m.group(2), m -> plain(m.group(1))));
    }

    private static String classMeaning(String source) {
        Matcher matcher = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+(?:@ModelApi\\s+)?public", Pattern.DOTALL)
                .matcher(source);
        return matcher.find() ? plain(matcher.group(1)) : "";
    }

    private static String plain(String comment) {
        String text =
                comment.replaceAll("\\n\\s*\\*", " ").replaceAll("\\s+", " ").strip();
        return CODE.matcher(text).replaceAll("`$1`").replace("|", "\\\\|");
    }

    private static String row(Field field, String meaning) {
        if (meaning == null) {
            throw new AssertionError(field + " has no comment: the page of options says what it means");
        }
        try {
            ConfigOption<?> option = (ConfigOption<?>) field.get(null);
            Type kind = ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
            return "| `" + option.key() + "` | " + kindOf(kind) + " | " + valueOf(option.defaultValue()) + " | "
                    + meaning + " |\n";
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static String kindOf(Type kind) {
        if (kind instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class ? "a;b;c" : "a:1,b:2";
        }
        Class<?> type = (Class<?>) kind;
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "String" -> "text";
            case "Boolean" -> "true, false";
            case "Integer", "Long" -> "whole number";
            case "Double" -> "number";
            default -> type.getSimpleName().toLowerCase(Locale.ROOT);
        };
    }

    private static String valueOf(Object value) {
        return value == null
                ? "–"
                : value instanceof Duration duration ? "`" + duration(duration) + "`" : "`" + value + "`";
    }

    private static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 60_000 == 0 && millis > 0) {
            return millis / 60_000 + "min";
        }
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }
}
