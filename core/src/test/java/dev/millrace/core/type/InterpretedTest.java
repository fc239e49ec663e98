package dev.millrace.core.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that no code can be generated for are handled all the same, with the same bytes and hashes. */
class InterpretedTest {

    @TempDir
    Path folder;

    private static final String RECORD =
            "package user; public record Event(int a, String b, Object c, Part d, long e) {"
                    + " public record Part(double x) {}"
                    + " public Event(int a) { this(a, \"b\" + a, 7L, new Part(a), a); } }";
    private static final String POJO = "package user; public class Plain { private boolean a = true; final String b;"
            + " Object c; private byte d; public Plain(String b) { this.b = b; c = new Object[] {b, null}; d = 3; }"
            + " @Override public boolean equals(Object o) { return o instanceof Plain p && p.b.equals(b) && p.d == d"
            + " && p.a == a && java.util.Objects.deepEquals(p.c, c); }"
            + " @Override public int hashCode() { return 1; } }";

    private void sameAs(UserJar alone, UserJar seen, String name, Object argument) throws IOException {
        Object strange = made(alone, name, argument);
        Object usual = made(seen, name, argument);
        TypeSystem types = TypeSystem.create(alone.loader());
        TypeSystem usualTypes = TypeSystem.create(seen.loader());
        assertThat(types.hash(strange)).isEqualTo(usualTypes.hash(usual));
        assertThat(types.typeOf(strange).immutable())
                .isEqualTo(usualTypes.typeOf(usual).immutable());
        BytesOutput out = new BytesOutput();
        types.newSchemas().write(strange, out);
        BytesOutput usualOut = new BytesOutput();
        usualTypes.newSchemas().write(usual, usualOut);
        assertThat(out.toByteArray()).isEqualTo(usualOut.toByteArray());
        Schemas schemas = types.newSchemas();
        schemas.write(strange, new BytesOutput());
        assertThat(schemas.read(new BytesInput(out.toByteArray()))).isEqualTo(strange);
        assertThat(types.copy(strange)).isEqualTo(strange);
        assertThat(types.typeOf(strange).equal(strange, types.copy(strange))).isTrue();
        assertThat(types.typeOf(strange).flat(strange)).isEmpty();
    }

    private static Object made(UserJar jar, String name, Object argument) {
        try {
            Class<?> type = argument instanceof Integer ? int.class : argument.getClass();
            return jar.load(name).getConstructor(type).newInstance(argument);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void aLoaderThatDoesNotSeeTheEngine() throws IOException {
        UserJar alone = UserJar.compileAlone(folder.resolve("alone"), RECORD, POJO);
        UserJar seen = UserJar.compile(folder.resolve("seen"), RECORD, POJO);
        sameAs(alone, seen, "user.Event", 5);
        sameAs(alone, seen, "user.Plain", "text");
    }

    static class Hidden {
        int a = 3;
        String b = "x";
        List<String> c = new ArrayList<>(List.of("c"));
    }

    @Test
    void hiddenClasses() throws Exception {
        byte[] code;
        try (InputStream in = getClass().getResourceAsStream("InterpretedTest$Hidden.class")) {
            code = in.readAllBytes();
        }
        Class<?> hidden = MethodHandles.lookup()
                .defineHiddenClass(code, true, MethodHandles.Lookup.ClassOption.NESTMATE)
                .lookupClass();
        Object value = hidden.getDeclaredConstructors()[0].newInstance();
        TypeSystem types = TypeSystem.create(getClass().getClassLoader());
        Schemas schemas = types.newSchemas();
        BytesOutput out = new BytesOutput();
        schemas.write(value, out);
        Object read = schemas.read(new BytesInput(out.toByteArray()));
        assertThat(read).isNotSameAs(value).hasSameClassAs(value);
        assertThat(types.equal(read, value)).isTrue();
        assertThat(types.equal(types.copy(value), value)).isTrue();
    }

    @Test
    void aClassTooLargeForOneMethod() throws IOException {
        StringJoiner fields = new StringJoiner(" ");
        for (int i = 0; i < 4_000; i++) {
            fields.add("String aFieldWithANumber" + i + " = \"" + i % 7 + "\";");
        }
        UserJar jar = UserJar.compile(
                folder.resolve("large"), "package user; public class Event { public Event() {} " + fields + " }");
        Object value = jar.make("user.Event");
        Schemas schemas = TypeSystem.create(jar.loader()).newSchemas();
        BytesOutput out = new BytesOutput();
        schemas.write(value, out);
        assertThat(out.position()).isEqualTo(1 + 3 * 4_000);
        BytesOutput again = new BytesOutput();
        schemas.write(schemas.read(new BytesInput(out.toByteArray())), again);
        assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
    }
}
