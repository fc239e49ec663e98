package dev.millrace.core.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values written by an earlier version of a class are read by the class of today, field by field, by name. */
class SchemaEvolutionTest {

    @TempDir
    Path folder;

    private int version;

    private record Written(byte[] schemas, byte[] value) {}

    private UserJar jar(String... sources) {
        return UserJar.compile(folder.resolve("v" + version++), sources);
    }

    private static Written write(UserJar jar, Object value) throws IOException {
        Schemas schemas = TypeSystem.create(jar.loader()).newSchemas();
        BytesOutput out = new BytesOutput();
        schemas.write(value, out);
        BytesOutput list = new BytesOutput();
        schemas.writeTo(list);
        return new Written(list.toByteArray(), out.toByteArray());
    }

    private static Object read(UserJar jar, Written written) throws IOException {
        Schemas schemas = TypeSystem.create(jar.loader()).readSchemas(new BytesInput(written.schemas));
        BytesInput in = new BytesInput(written.value);
        Object value = schemas.read(in);
        assertThat(in.remaining()).isZero();
        return value;
    }

    private Object evolve(String before, String after, Object... arguments) throws IOException {
        UserJar old = jar("package user; public " + before);
        return read(jar("package user; public " + after), write(old, old.make("user.Event", arguments)));
    }

    @Test
    void aClassOfAnotherLoaderIsTheSameThere() throws IOException {
        UserJar jar = jar("package user; public record Event(int a, String b) {}");
        Object event = jar.make("user.Event", 1, "b");
        assertThat(read(jar, write(jar, event))).isEqualTo(event);
    }

    @Test
    void privateClassesOfAnotherLoader() throws IOException {
        UserJar jar = jar("package user; public class Event { private final Inner inner; private int n;"
                + " private Event(int n) { this.n = n; inner = new Inner(); inner.text = \"t\" + n; }"
                + " private static final class Inner { private String text; private Inner() {} }"
                + " @Override public String toString() { return n + inner.text; } }");
        Object event = jar.make("user.Event", 4);
        assertThat(read(jar, write(jar, event))).hasToString("4t4");
    }

    @Test
    void anAddedComponentOfARecordIsZeroOrNull() throws IOException {
        Object value = evolve(
                "record Event(int a, String b) {}",
                "record Event(String added, int a, long more, String b) {}",
                5,
                "x");
        assertThat(value).hasToString("Event[added=null, a=5, more=0, b=x]");
    }

    @Test
    void anAddedFieldOfAClassHasItsInitialValue() throws IOException {
        Object value = evolve(
                "class Event { int a = 1; Event() {} }",
                "class Event { int a; String added = \"fresh\"; @Override public String toString() { return a + added;"
                        + " } }");
        assertThat(value).hasToString("1fresh");
    }

    @Test
    void aRemovedFieldIsSkippedAlsoWhenItsClassIsGone() throws IOException {
        Object value = evolve(
                "record Event(int a, Gone gone, Object tagged, String b) {"
                        + " public Event(int a, String b) { this(a, new Gone(9, \"g\"), new Gone(8, null), b); }"
                        + " record Gone(int n, String s) {} }",
                "record Event(String b, int a) {}",
                6,
                "y");
        assertThat(value).hasToString("Event[b=y, a=6]");
    }

    @Test
    void numbersMayGrowAndBeBoxed() throws IOException {
        Object value = evolve(
                "record Event(int a, float b, long c, Integer d) {}",
                "record Event(long a, double b, Long c, int d) {}",
                1,
                2.5f,
                3L,
                4);
        assertThat(value).hasToString("Event[a=1, b=2.5, c=3, d=4]");
    }

    @Test
    void anIncompatibleFieldIsNamed() {
        assertThatThrownBy(() -> evolve("record Event(String count) {}", "record Event(int count) {}", "12"))
                .isInstanceOf(TypeException.class)
                .hasMessageContaining("user.Event.count was written as java.lang.String and is int now");
        assertThatThrownBy(() -> evolve("record Event(long count) {}", "record Event(int count) {}", 12L))
                .isInstanceOf(TypeException.class)
                .hasMessageContaining("user.Event.count was written as java.lang.Long and is int now");
    }

    @Test
    void aClassThatIsGoneIsNamed() throws IOException {
        UserJar old = jar("package user; public record Event(int a) {}");
        Written written = write(old, old.make("user.Event", 1));
        UserJar empty = jar("package user; public record Other(int a) {}");
        assertThatThrownBy(() -> read(empty, written))
                .isInstanceOf(TypeException.class)
                .hasMessageContaining("there is no class user.Event any more; it had {a=1}");
    }

    @Test
    void enumConstantsAreFoundByName() throws IOException {
        UserJar old = jar("package user; public record Event(Color c) { enum Color { RED, GREEN }"
                + " public Event(boolean b) { this(Color.GREEN); } }");
        Object event = constructed(old, true);
        Written written = write(old, event);
        assertThat(read(jar("package user; public record Event(Color c) { enum Color { BLUE, GREEN } }"), written))
                .hasToString("Event[c=GREEN]");
        assertThatThrownBy(
                        () -> read(jar("package user; public record Event(Color c) { enum Color { RED } }"), written))
                .hasMessageContaining("user.Event$Color has no constant GREEN any more");
    }

    private static Object constructed(UserJar jar, Object argument) {
        try {
            return jar.load("user.Event").getConstructor(boolean.class).newInstance(argument);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void aListGoesOnAfterItWasRead() throws IOException {
        UserJar old = jar("package user; public record Event(int a) {}");
        Written written = write(old, old.make("user.Event", 1));
        UserJar jar = jar("package user; public record Event(int a, int b) {}");
        Schemas schemas = TypeSystem.create(jar.loader()).readSchemas(new BytesInput(written.schemas));
        BytesOutput out = new BytesOutput();
        schemas.write(jar.make("user.Event", 7, 8), out);
        assertThat(schemas.size()).isEqualTo(2);
        assertThat(schemas.read(new BytesInput(written.value))).hasToString("Event[a=1, b=0]");
        assertThat(schemas.read(new BytesInput(out.toByteArray()))).hasToString("Event[a=7, b=8]");
    }

    @Test
    void newSchemasReachTheOtherSideAlone() throws IOException {
        UserJar jar = jar("package user; public record Event(int a) {}");
        TypeSystem types = TypeSystem.create(jar.loader());
        Schemas sender = types.newSchemas();
        Schemas receiver = types.newSchemas();
        BytesOutput out = new BytesOutput();
        sender.write("text", out);
        assertThat(sender.size()).isZero();
        sender.write(jar.make("user.Event", 3), out);
        BytesOutput news = new BytesOutput();
        sender.writeFrom(0, news);
        receiver.readMore(new BytesInput(news.toByteArray()));
        BytesInput in = new BytesInput(out.toByteArray());
        assertThat(receiver.read(in)).isEqualTo("text");
        assertThat(receiver.read(in)).hasToString("Event[a=3]");
    }
}
