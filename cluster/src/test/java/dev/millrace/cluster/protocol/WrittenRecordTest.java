package dev.millrace.cluster.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class WrittenRecordTest {

    private record Named(String name, int number, long[] values, Named inner) implements Serializable {}

    private record Even(int number) implements Serializable {
        Even {
            if (number % 2 != 0) {
                throw new IllegalArgumentException(number + " is odd");
            }
        }
    }

    private record Single(String name) implements Serializable {
        static final Single ONLY = new Single("only");

        private Object readResolve() {
            return ONLY;
        }
    }

    private record Local(Object value) {}

    private interface Function extends UnaryOperator<String>, Serializable {}

    private static <T> T copy(T value) throws IOException, ClassNotFoundException {
        @SuppressWarnings("unchecked") // a copy is of the same class
        T copied = (T) JavaBytes.read(JavaBytes.write(value), Object.class, WrittenRecordTest.class.getClassLoader());
        return copied;
    }

    @Test
    void recordsComeBackWithWhatTheyHold() throws Exception {
        Named inner = new Named("inner", 1, new long[] {1, 2}, null);
        Named copied = copy(new Named("outer", 2, null, inner));

        assertThat(copied).usingRecursiveComparison().isEqualTo(new Named("outer", 2, null, inner));
        assertThat(copied.inner()).isNotSameAs(inner);
    }

    @Test
    void aRecordThatIsSharedIsSharedAfterwards() throws Exception {
        Even shared = new Even(2);
        List<Even> copied = copy(List.of(shared, shared));

        assertThat(copied.get(0)).isEqualTo(shared).isSameAs(copied.get(1)).isNotSameAs(shared);
    }

    @Test
    void recordsWithinFunctionsAreCopiedWithThem() throws Exception {
        Named prefix = new Named("a", 1, null, null);
        Function function = text -> prefix.name() + text;

        assertThat(copy(function).apply("b")).isEqualTo("ab");
    }

    @Test
    void aRecordThatSaysItselfHowItIsReadIsAsked() throws Exception {
        assertThat(copy(new Single("another"))).isSameAs(Single.ONLY);
    }

    @Test
    void theConstructorStillChecks() throws Exception {
        byte[] bytes = JavaBytes.write(new Even(0x12345678));
        for (int i = 0; i + 3 < bytes.length; i++) {
            if (bytes[i] == 0x12 && bytes[i + 1] == 0x34 && bytes[i + 2] == 0x56) {
                bytes[i + 3] = 0x77;
            }
        }

        assertThatThrownBy(() -> JavaBytes.read(bytes, Even.class, getClass().getClassLoader()))
                .isInstanceOf(InvalidObjectException.class)
                .hasRootCauseMessage(0x12345677 + " is odd");
    }

    @Test
    void aRecordThatIsNotSerializableIsRefusedByName() {
        assertThatThrownBy(() -> JavaBytes.write(new Local("x")))
                .isInstanceOf(NotSerializableException.class)
                .hasMessageContaining("Local");
    }
}
