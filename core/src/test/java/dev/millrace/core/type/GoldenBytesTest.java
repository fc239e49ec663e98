package dev.millrace.core.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.row.Row;
import dev.millrace.core.row.RowKind;
import dev.millrace.core.tuple.Tuple2;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes of values are the same for ever, and can be read. */
class GoldenBytesTest {

    private final TypeSystem types = TypeSystem.create(getClass().getClassLoader());

    enum Color {
        GREEN
    }

    record Point(int x, String name, Object more) {}

    static Stream<Arguments> values() throws IOException {
        return Stream.of(
                Arguments.of("null", null, "00"),
                Arguments.of("text", "aé", "01 04 61e9"),
                Arguments.of("wide text", "a☃", "01 05 0061 2603"),
                Arguments.of("boolean", true, "02 01"),
                Arguments.of("byte", (byte) -2, "03 fe"),
                Arguments.of("short", (short) 258, "04 0102"),
                Arguments.of("char", 'ÿ', "05 00ff"),
                Arguments.of("int", -2, "06 fffffffe"),
                Arguments.of("long", 1L << 32, "07 0000000100000000"),
                Arguments.of("float", 1f, "08 3f800000"),
                Arguments.of("double", -2d, "09 c000000000000000"),
                Arguments.of("big integer", new BigInteger("256"), "0a 02 0100"),
                Arguments.of("big decimal", new BigDecimal("-0.01"), "0b 00000002 01 ff"),
                Arguments.of("uuid", new UUID(1, 2), "0c 0000000000000001 0000000000000002"),
                Arguments.of("instant", Instant.ofEpochSecond(1, 2), "0d 0000000000000001 00000002"),
                Arguments.of("duration", Duration.ofSeconds(-1, 0), "0e ffffffffffffffff 00000000"),
                Arguments.of("date", LocalDate.ofEpochDay(1), "0f 0000000000000001"),
                Arguments.of("time", LocalTime.ofNanoOfDay(3), "10 0000000000000003"),
                Arguments.of(
                        "date and time",
                        LocalDateTime.of(LocalDate.ofEpochDay(0), LocalTime.MIDNIGHT),
                        "11 0000000000000000 0000000000000000"),
                Arguments.of("zone", ZoneId.of("UTC"), "1a 06 555443"),
                Arguments.of(
                        "zoned",
                        LocalDateTime.of(LocalDate.ofEpochDay(0), LocalTime.MIDNIGHT)
                                .atZone(ZoneOffset.UTC),
                        "14 0000000000000000 0000000000000000 00000000 02 5a"),
                Arguments.of("uri", URI.create("a:b"), "1f 06 613a62"),
                Arguments.of("address", InetSocketAddress.createUnresolved("h", 80), "2c 01 00000050 02 68"),
                Arguments.of("ip", InetAddress.getByAddress(new byte[] {1, 2, 3, 4}), "25 00 04 01020304"),
                Arguments.of("bytes", new byte[] {1, 2}, "2f 02 0102"),
                Arguments.of("longs", new long[] {1}, "33 01 0000000000000001"),
                Arguments.of("list", new java.util.ArrayList<>(Arrays.asList("a", null)), "36 02 01 02 61 00"),
                Arguments.of("sorted set", new TreeSet<>(List.of(1)), "3b 00 01 06 00000001"),
                Arguments.of("map", new LinkedHashMap<>(Map.of("k", true)), "40 01 01 02 6b 02 01"),
                Arguments.of("optional", Optional.of((byte) 1), "47 03 01"),
                Arguments.of("row", Row.ofKind(RowKind.DELETE, 1, null), "49 03 00 02 06 00000001 00"),
                Arguments.of("tuple", Tuple2.of("a", 1), "4f 02 01 02 61 06 00000001"),
                Arguments.of("enum", Color.GREEN, "50 0a 475245454e"),
                Arguments.of("record", new Point(1, null, "m"), "50 00000001 00 01 02 6d"),
                Arguments.of("strings", new String[] {"a", null}, "50 02 01 02 61 00"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void bytesAreTheSameForEver(String name, Object value, String bytes) throws IOException {
        Schemas schemas = types.newSchemas();
        BytesOutput out = new BytesOutput();
        schemas.write(value, out);
        byte[] expected = HexFormat.of().parseHex(bytes.replace(" ", ""));
        assertThat(HexFormat.of().formatHex(out.toByteArray()))
                .isEqualTo(HexFormat.of().formatHex(expected));
        Object read = schemas.read(new BytesInput(expected));
        assertThat(types.equal(read, value)).isTrue();
    }

    @Test
    void schemasDescribeThemselves() throws IOException {
        Schemas schemas = types.newSchemas();
        schemas.write(new Point(1, "a", null), new BytesOutput());
        assertThat(schemas.list()).hasSize(1);
        assertThat(schemas.list().get(0))
                .hasToString("dev.millrace.core.type.GoldenBytesTest$Point{x: int, name: java.lang.String,"
                        + " more: any java.lang.Object}");
        BytesOutput out = new BytesOutput();
        schemas.writeTo(out);
        assertThat(HexFormat.of().formatHex(out.toByteArray()))
                .isEqualTo("01" + "03" + "58" + hex("dev.millrace.core.type.GoldenBytesTest$Point") + "03"
                        + "02" + hex("x") + "00" + "00" + "06" + hex("int") + "00"
                        + "08" + hex("name") + "01" + "00" + "20" + hex("java.lang.String") + "00"
                        + "08" + hex("more") + "02" + "06" + "20" + hex("java.lang.Object") + "00");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void equalKeysHaveEqualBytes() throws IOException {
        assertThat(key(new java.util.LinkedList<>(List.of(1, 2)))).isEqualTo(key(List.of(1, 2)));
        assertThat(key(new java.util.HashSet<>(List.of("a", "b", "c"))))
                .isEqualTo(key(new TreeSet<>(List.of("c", "b", "a"))))
                .isEqualTo(key(java.util.Set.of("b", "c", "a")));
        assertThat(key(Map.of("x", 1, "y", 2))).isEqualTo(key(new java.util.TreeMap<>(Map.of("y", 2, "x", 1))));
        assertThat(key(Tuple2.of("a", 1L))).isEqualTo("4f02" + "010261" + "070000000000000001");
        assertThat(key(Color.GREEN))
                .isEqualTo("50" + "58" + hex("dev.millrace.core.type.GoldenBytesTest$Color") + "0a475245454e");
        BytesOutput out = new BytesOutput();
        Object value = Tuple2.of(List.of(1), java.util.Set.of(Color.GREEN));
        types.writeKey(value, out);
        assertThat(types.readKey(new BytesInput(out.toByteArray()))).isEqualTo(value);
    }

    private String key(Object key) throws IOException {
        BytesOutput out = new BytesOutput();
        types.writeKey(key, out);
        return HexFormat.of().formatHex(out.toByteArray());
    }
}
