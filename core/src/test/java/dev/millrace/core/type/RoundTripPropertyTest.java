package dev.millrace.core.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.row.Row;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.tuple.Tuple3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Any value that people build is the same after writing and reading, after copying, and has the same hash. */
class RoundTripPropertyTest {

    private final TypeSystem types = TypeSystem.create(getClass().getClassLoader());

    enum Suit {
        HEARTS,
        SPADES
    }

    record Card(Suit suit, int rank, Object note) {}

    static final class Hand {
        private final long id;
        private final String owner;
        private List<Object> cards;
        private double[] odds;

        private Hand(long id, String owner, List<Object> cards, double[] odds) {
            this.id = id;
            this.owner = owner;
            this.cards = cards;
            this.odds = odds;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Hand that
                    && id == that.id
                    && Objects.equals(owner, that.owner)
                    && Objects.equals(cards, that.cards)
                    && Arrays.equals(odds, that.odds);
        }

        @Override
        public int hashCode() {
            return Objects.hash(id, owner, cards, Arrays.hashCode(odds));
        }

        @Override
        public String toString() {
            return "Hand(" + id + ", " + owner + ", " + cards + ", " + Arrays.toString(odds) + ")";
        }
    }

    private static Gen<Object> leaves() {
        return Gen.oneOf(
                Gen.integers(),
                Gen.longs(),
                Gen.strings(),
                Gen.doubles(),
                Gen.floats(),
                Gen.booleans(),
                Gen.bytes(),
                Gen.shorts(),
                Gen.chars(),
                Gen.elements(Suit.values()),
                Gen.longs().map(BigInteger::valueOf).map(n -> n.multiply(n)),
                Gen.longs().map(n -> BigDecimal.valueOf(n, (int) (n % 50))),
                Gen.longs().map(n -> new UUID(n, ~n)),
                Gen.longs(-1_000_000_000, 1_000_000_000).map(Instant::ofEpochSecond),
                Gen.longs().map(Date::new));
    }

    /** Values that are equal by content as a whole, so that their own equals is the oracle. */
    private static Gen<Object> values(Gen<Object> inner) {
        Gen<Object> nullable = inner.orNull();
        return Gen.oneOf(
                inner,
                nullable.list(0, 6),
                nullable.list(0, 6).map(LinkedList::new),
                inner.list(0, 6).map(List::copyOf),
                inner.set(5).map(HashSet::new),
                inner.set(5),
                Gen.maps(Gen.strings(), nullable, 5).map(HashMap::new),
                Gen.maps(Gen.integers(), nullable, 5).map(TreeMap::new),
                inner.map(Optional::of),
                nullable.map(v -> Tuple2.of(v, 1L)),
                nullable.map(v -> Tuple3.of("a", v, v)),
                nullable.map(v -> Row.of(v, 2)),
                nullable.map(v -> {
                    Row row = Row.withNames();
                    row.setField("x", v);
                    return row;
                }),
                nullable.map(v -> new Card(Suit.SPADES, 7, v)),
                nullable.map(v -> Either.Left(v == null ? "" : v)),
                choices -> new Hand(
                        Gen.longs().generate(choices),
                        Gen.strings().orNull().generate(choices),
                        nullable.list(0, 4).generate(choices),
                        new double[] {Gen.doubles().generate(choices)}));
    }

    private static final Gen<Object> VALUES = Gen.nested(leaves(), RoundTripPropertyTest::values, 4);

    @Test
    void valuesAreReadAsTheyWereWritten() {
        Check.forAll(VALUES.list(0, 20), values -> {
            Schemas schemas = types.newSchemas();
            BytesOutput out = new BytesOutput();
            values.forEach(value -> write(schemas, value, out));
            BytesOutput list = new BytesOutput();
            schemas.writeTo(list);
            BytesInput in = new BytesInput(out.toByteArray());
            Schemas readable = types.readSchemas(new BytesInput(list.toByteArray()));
            for (Object value : values) {
                Object read = readable.read(in);
                assertThat(read).isEqualTo(value);
                assertThat(types.equal(read, value)).isTrue();
            }
            assertThat(in.remaining()).isZero();
        });
    }

    private static void write(Schemas schemas, Object value, BytesOutput out) {
        try {
            schemas.write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aTypeAloneReadsWhatItWrote() {
        Check.forAll(VALUES, value -> {
            ValueType<Object> type = types.typeOf(value);
            BytesOutput out = new BytesOutput();
            type.write(value, out);
            assertThat(type.read(new BytesInput(out.toByteArray()))).isEqualTo(value);
        });
    }

    @Test
    void copiesAreEqualAndImmutableOnesTheSame() {
        Check.forAll(VALUES, value -> {
            Object copy = types.copy(value);
            assertThat(copy).isEqualTo(value);
            assertThat(types.hash(copy)).isEqualTo(types.hash(value));
            if (types.typeOf(value).immutable()) {
                assertThat(copy).isSameAs(value);
            }
        });
    }

    @Test
    void equalKeysHaveEqualBytesAndHashes() {
        Check.forAll(VALUES, value -> {
            BytesOutput out = new BytesOutput();
            types.writeKey(value, out);
            Object read = types.readKey(new BytesInput(out.toByteArray()));
            BytesOutput again = new BytesOutput();
            types.writeKey(read, again);
            assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
            assertThat(types.hash(read)).isEqualTo(types.hash(value));
        });
    }

    @Test
    void damagedBytesFailInOrder() {
        Check.forAll(VALUES, Gen.integers(0, 1 << 20), (value, cut) -> {
            Schemas schemas = types.newSchemas();
            BytesOutput out = new BytesOutput();
            schemas.write(value, out);
            byte[] part = Arrays.copyOf(out.toByteArray(), cut % out.position());
            try {
                schemas.read(new BytesInput(part));
                throw new AssertionError("a part was read as a whole");
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("position");
            }
        });
    }

    @Test
    void changedBytesGiveAValueOrAnError() {
        Check.forAll(VALUES, Gen.integers(0, 1 << 20), Gen.integers(1, 255), this::readsOrTellsWhyNot);
    }

    @Test
    void aFieldThatClaimsToBeInJavaSerializationIsAnErrorWithAMessage() throws IOException {
        Row row = Row.withNames();
        row.setField("x", null);

        readsOrTellsWhyNot(List.of("", row), 48, 2);
    }

    private void readsOrTellsWhyNot(Object value, int at, int change) throws IOException {
        Schemas schemas = types.newSchemas();
        BytesOutput out = new BytesOutput();
        schemas.write(value, out);
        byte[] bytes = out.toByteArray();
        bytes[at % bytes.length] ^= (byte) change;
        try {
            schemas.read(new BytesInput(bytes));
        } catch (IOException | TypeException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
