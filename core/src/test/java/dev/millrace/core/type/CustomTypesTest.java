package dev.millrace.core.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.tuple.Tuple2;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the user says about a class wins over what the engine would do. */
class CustomTypesTest {

    private final TypeSystem plain = TypeSystem.create(getClass().getClassLoader());

    static class Temperature {
        final Socket closed = null;
        double degrees;
    }

    static final class TemperatureSerializer extends TypeSerializer<Temperature> {
        private static final long serialVersionUID = 1;
        private final boolean shared;
        private boolean busy;

        TemperatureSerializer(boolean shared) {
            this.shared = shared;
        }

        @Override
        public boolean isImmutableType() {
            return false;
        }

        @Override
        public TypeSerializer<Temperature> duplicate() {
            return shared ? this : new TemperatureSerializer(false);
        }

        @Override
        public Temperature createInstance() {
            return new Temperature();
        }

        @Override
        public Temperature copy(Temperature from) {
            Temperature copy = new Temperature();
            copy.degrees = from.degrees;
            return copy;
        }

        @Override
        public int getLength() {
            return 8;
        }

        @Override
        public void serialize(Temperature record, DataOutputView target) throws IOException {
            assertThat(busy && !shared).isFalse();
            busy = true;
            target.writeDouble(record.degrees);
            busy = false;
        }

        @Override
        public Temperature deserialize(DataInputView source) throws IOException {
            Temperature read = new Temperature();
            read.degrees = source.readDouble();
            return read;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof TemperatureSerializer;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    static final class TemperatureInfo extends TypeInformation<Measured> {
        private static final long serialVersionUID = 1;

        @Override
        public boolean isBasicType() {
            return false;
        }

        @Override
        public boolean isTupleType() {
            return false;
        }

        @Override
        public int getArity() {
            return 1;
        }

        @Override
        public int getTotalFields() {
            return 1;
        }

        @Override
        public Class<Measured> getTypeClass() {
            return Measured.class;
        }

        @Override
        public boolean isKeyType() {
            return false;
        }

        @Override
        public TypeSerializer<Measured> createSerializer(SerializerConfig config) {
            return new MeasuredSerializer();
        }

        @Override
        public boolean canEqual(Object other) {
            return other instanceof TemperatureInfo;
        }

        @Override
        public boolean equals(Object other) {
            return canEqual(other);
        }

        @Override
        public int hashCode() {
            return 2;
        }

        @Override
        public String toString() {
            return "Measured";
        }
    }

    static final class MeasuredSerializer extends TypeSerializer<Measured> {
        private static final long serialVersionUID = 1;

        @Override
        public boolean isImmutableType() {
            return true;
        }

        @Override
        public TypeSerializer<Measured> duplicate() {
            return this;
        }

        @Override
        public Measured createInstance() {
            return null;
        }

        @Override
        public Measured copy(Measured from) {
            return from;
        }

        @Override
        public int getLength() {
            return 1;
        }

        @Override
        public void serialize(Measured record, DataOutputView target) throws IOException {
            target.writeByte((int) record.value);
        }

        @Override
        public Measured deserialize(DataInputView source) throws IOException {
            return new Measured(source.readByte());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof MeasuredSerializer;
        }

        @Override
        public int hashCode() {
            return 3;
        }
    }

    public static final class MeasuredFactory extends TypeInfoFactory<Measured> {
        @Override
        public TypeInformation<Measured> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
            return new TemperatureInfo();
        }
    }

    @TypeInfo(MeasuredFactory.class)
    static final class Measured {
        private long value;

        Measured(long value) {
            this.value = value;
        }
    }

    static class Legacy implements Serializable {
        private static final long serialVersionUID = 1;
        private final Map<String, Legacy> self = new java.util.HashMap<>();

        Legacy() {
            self.put("me", this);
        }
    }

    private static byte[] write(TypeSystem types, Object value) throws IOException {
        BytesOutput out = new BytesOutput();
        types.newSchemas().write(value, out);
        return out.toByteArray();
    }

    @Test
    void aRegisteredSerializerIsUsedAlsoInsideOtherValues() throws IOException {
        for (boolean shared : new boolean[] {true, false}) {
            TypeSystem types = TypeSystem.create(
                    getClass().getClassLoader(),
                    TypeOptions.defaults().withSerializer(Temperature.class, new TemperatureSerializer(shared)));
            Temperature hot = new Temperature();
            hot.degrees = 99;
            Schemas schemas = types.newSchemas();
            BytesOutput out = new BytesOutput();
            schemas.write(Tuple2.of(List.of(hot), "x"), out);
            assertThat(schemas.list().get(0).kind()).isEqualTo(Schema.Kind.CUSTOM);
            @SuppressWarnings("unchecked")
            Tuple2<List<Temperature>, String> read =
                    (Tuple2<List<Temperature>, String>) schemas.read(new BytesInput(out.toByteArray()));
            assertThat(read.f0.get(0).degrees).isEqualTo(99);
            assertThat(types.copy(hot)).isNotSameAs(hot);
        }
        assertThatThrownBy(() -> plain.of(Temperature.class)).isInstanceOf(TypeException.class);
    }

    @Test
    void keysWithARegisteredSerializerAreHashedAndComparedByTheirBytes() {
        TypeSystem types = TypeSystem.create(
                getClass().getClassLoader(),
                TypeOptions.defaults().withSerializer(Temperature.class, new TemperatureSerializer(false)));
        Temperature hot = new Temperature();
        hot.degrees = 99;
        Temperature alike = new Temperature();
        alike.degrees = 99;
        Temperature cold = new Temperature();
        types.requireKey(Temperature.class);
        assertThat(types.hash(hot)).isEqualTo(types.hash(alike)).isNotEqualTo(types.hash(cold));
        assertThat(types.hash(hot)).as("pinned: checkpoints rest on it").isEqualTo(-1787882174);
        assertThat(types.equal(hot, alike)).isTrue();
        assertThat(types.equal(hot, cold)).isFalse();
        assertThat(types.equal(Tuple2.of(hot, "x"), Tuple2.of(alike, "x"))).isTrue();
    }

    @Test
    void aSerializerWithStateIsNeverUsedByTwoThreadsAtATime() {
        TypeSystem types = TypeSystem.create(
                getClass().getClassLoader(),
                TypeOptions.defaults().withSerializer(Temperature.class, new TemperatureSerializer(false)));
        IntStream.range(0, 10_000).parallel().forEach(i -> {
            try {
                write(types, new Temperature());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void aFactoryNamedByTheClassIsUsed() throws IOException {
        assertThat(write(plain, new Measured(5))).containsExactly(80, 5);
        assertThat(plain.of(Measured.class).immutable()).isTrue();
        assertThat(TypeInformation.of(Measured.class)).isInstanceOf(TemperatureInfo.class);
        BytesOutput out = new BytesOutput();
        plain.of(new TemperatureInfo()).write(new Measured(7), out);
        assertThat(out.toByteArray()).containsExactly(7);
    }

    @Test
    void javaSerializationWhenAskedFor() throws IOException {
        assertThatThrownBy(() -> write(plain, new Legacy())).hasMessageContaining("a cycle of");
        TypeSystem types = TypeSystem.create(
                getClass().getClassLoader(), TypeOptions.defaults().withJavaSerialization(Legacy.class));
        Schemas schemas = types.newSchemas();
        BytesOutput out = new BytesOutput();
        schemas.write(new Legacy(), out);
        Legacy read = (Legacy) schemas.read(new BytesInput(out.toByteArray()));
        assertThat(read.self.get("me")).isSameAs(read);
    }

    @Test
    void theDepthIsAnOption() throws IOException {
        Object value = "leaf";
        for (int i = 0; i < 20; i++) {
            value = Tuple2.of(value, i);
        }
        assertThat(write(plain, value)).isNotEmpty();
        TypeSystem shallow = TypeSystem.create(
                getClass().getClassLoader(), TypeOptions.defaults().withDepthMax(10));
        Object nested = value;
        assertThatThrownBy(() -> write(shallow, nested)).hasMessageContaining("nested 10 references deep");
    }

    @Test
    void theEnginesTypesServeAsSerializers() throws Exception {
        TypeSerializer<Tuple2<String, Long>> serializer = Types.<Tuple2<String, Long>>TUPLE(Types.STRING, Types.LONG)
                .createSerializer(SerializerConfig.of(plain));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(serializer);
        }
        ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        @SuppressWarnings("unchecked")
        TypeSerializer<Tuple2<String, Long>> again = (TypeSerializer<Tuple2<String, Long>>) in.readObject();
        BytesOutput out = new BytesOutput();
        serializer.serialize(Tuple2.of("a", 1L), out);
        assertThat(again.deserialize(new BytesInput(out.toByteArray()))).isEqualTo(Tuple2.of("a", 1L));
        assertThat(again).isEqualTo(serializer);
    }
}
