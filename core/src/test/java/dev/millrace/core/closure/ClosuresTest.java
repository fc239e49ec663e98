package dev.millrace.core.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.function.MapFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosuresTest {

    private final Socket unused = new Socket();

    /** Stands for what cannot be serialized. */
    private static final class Socket {
        int port = 1;
    }

    private static final class OpensTooEarly implements MapFunction<String, String> {
        private final Socket connection = new Socket();

        @Override
        public String map(String value) {
            return value + connection.port;
        }
    }

    private static final class Holds implements Serializable {
        private final List<Object> parts;

        Holds(Object... parts) {
            this.parts = List.of(parts);
        }
    }

    private static final class Nested implements MapFunction<String, String> {
        private final Holds holds = new Holds("a", new Holds(new Socket()));

        @Override
        public String map(String value) {
            return value + holds;
        }
    }

    @Test
    void anAnonymousFunctionLosesTheOuterObjectThatItDoesNotUse() throws Exception {
        MapFunction<String, String> function = new MapFunction<>() {
            @Override
            public String map(String value) {
                return value + "!";
            }
        };
        assertThat(copy(Closures.cleaned(function)).map("a")).isEqualTo("a!");
    }

    @Test
    void anOuterObjectThatIsUsedStaysAndIsReported() {
        MapFunction<String, String> function = new MapFunction<>() {
            @Override
            public String map(String value) {
                return value + unused.port;
            }
        };
        assertThatThrownBy(() -> Closures.cleaned(function))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("this$0")
                .hasMessageContaining(ClosuresTest.class.getName() + " is not Serializable")
                .hasMessageContaining("local variable");
    }

    @Test
    void anOuterObjectThatOnlyANestedFunctionUsesStays() {
        MapFunction<String, String> function = new MapFunction<>() {
            @Override
            public String map(String value) {
                return new Object() {
                            int port() {
                                return unused.port;
                            }
                        }.port()
                        + value;
            }
        };
        assertThatThrownBy(() -> Closures.cleaned(function)).hasMessageContaining("is not Serializable");
    }

    @Test
    void aFieldThatCannotBeSerializedIsNamedWithItsRemedy() {
        assertThatThrownBy(() -> Closures.cleaned(new OpensTooEarly()))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessage("OpensTooEarly.connection: " + Socket.class.getName()
                        + " is not Serializable; make it transient and open it in open()");
    }

    @Test
    void thePathLeadsThroughCollectionsAndNestedObjects() {
        assertThatThrownBy(() -> Closures.cleaned(new Nested()))
                .hasMessageStartingWith("Nested.holds.parts[1].parts[0]: ");
    }

    @Test
    void aLambdaThatCapturesAValueIsReportedByTheCapture() {
        Socket socket = new Socket();
        MapFunction<String, String> function = value -> value + socket.port;
        assertThatThrownBy(() -> Closures.cleaned(function))
                .hasMessageStartingWith("a lambda in ClosuresTest.captured[0]: ");
    }

    @Test
    void aLambdaThatCapturesThisIsReportedAsSuch() {
        MapFunction<String, String> function = value -> value + unused.port;
        assertThatThrownBy(() -> Closures.cleaned(function))
                .hasMessageContaining("a lambda in ClosuresTest.this: ")
                .hasMessageContaining("local variable");
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
