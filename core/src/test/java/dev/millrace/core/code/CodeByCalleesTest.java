package dev.millrace.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeByCalleesTest {
    /** Collections until what nobody holds has gone; one is enough as a rule. */
    private static final int COLLECTIONS_MAX = 50;

    private final CodeByCallees code = new CodeByCallees(null);

    @Test
    void codeStaysWhileItsCalleesDoThoughNobodyUsesIt() throws Exception {
        WeakReference<Class<?>> copy = new WeakReference<>(code.get(List.of(String.class), CodeByCalleesTest::fresh));
        WeakReference<Class<?>> unheld = new WeakReference<>(fresh());
        collectUntilGone(unheld, String.class);
        assertThat(copy.get()).isNotNull();
    }

    @Test
    void codeGoesAfterOneOfItsCallees() throws Exception {
        WeakReference<Class<?>> copy =
                new WeakReference<>(code.get(List.of(String.class, fresh()), CodeByCalleesTest::fresh));
        collectUntilGone(copy, Integer.class);
        assertThat(copy.get()).isNull();
    }

    /** Collects, and asks for other code meanwhile: that is when code without callees is dropped. */
    private void collectUntilGone(WeakReference<Class<?>> reference, Class<?> other) {
        for (int i = 0; i < COLLECTIONS_MAX && reference.get() != null; i++) {
            System.gc();
            code.get(List.of(other, Object.class, fresh()), () -> Object.class);
        }
    }

    private static Class<?> fresh() {
        try (InputStream in = CodeByCalleesTest.class.getResourceAsStream("CodeByCalleesTest$Copied.class")) {
            return MethodHandles.lookup()
                    .defineHiddenClass(in.readAllBytes(), false)
                    .lookupClass();
        } catch (IOException | IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Copied {}
}
