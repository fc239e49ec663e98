package dev.millrace.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Bytes written are the bytes the JDK's streams write, and are read back; reads past the end name the position. */
class BytesTest {

    @Test
    void numbersAreLaidOutAsTheJdkDoes() {
        Check.forAll(Gen.longs(), Gen.doubles(), Gen.words(20), (number, real, text) -> {
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            DataOutputStream jdk = new DataOutputStream(expected);
            BytesOutput out = new BytesOutput(1);
            for (java.io.DataOutput each : new java.io.DataOutput[] {jdk, out}) {
                each.writeBoolean((number & 1) == 0);
                each.writeByte(number.intValue());
                each.writeShort(number.intValue());
                each.writeChar(number.intValue());
                each.writeInt(number.intValue());
                each.writeLong(number);
                each.writeFloat(real.floatValue());
                each.writeDouble(real);
                each.writeBytes(text);
                each.writeChars(text);
                each.writeUTF(text + "\u0000é☃");
            }
            assertThat(out.toByteArray()).isEqualTo(expected.toByteArray());
        });
    }

    @Test
    void numbersAreReadAsTheJdkDoes() {
        Check.forAll(Gen.byteArrays(60), bytes -> {
            DataInputStream jdk = new DataInputStream(new ByteArrayInputStream(bytes));
            BytesInput in = new BytesInput(bytes);
            while (in.remaining() >= 8) {
                assertThat(in.readBoolean()).isEqualTo(jdk.readBoolean());
                assertThat(in.readUnsignedByte()).isEqualTo(jdk.readUnsignedByte());
                assertThat(in.readUnsignedShort()).isEqualTo(jdk.readUnsignedShort());
                assertThat(in.readInt()).isEqualTo(jdk.readInt());
            }
            assertThat(in.readLine()).isEqualTo(jdk.readLine());
        });
    }

    @Test
    void aLineEndsAsInTheJdk() throws IOException {
        BytesInput in = new BytesInput("a\rb\r\nc\n\nd".getBytes(StandardCharsets.US_ASCII));
        for (String line : new String[] {"a", "b", "c", "", "d", null}) {
            assertThat(in.readLine()).isEqualTo(line);
        }
    }

    @Test
    void variableLengthNumbersAndTextsComeBack() {
        Check.forAll(Gen.longs(), Gen.strings(), Gen.text(), (number, wild, text) -> {
            BytesOutput out = new BytesOutput();
            out.writeVarInt(number.intValue());
            out.writeVarLong(number);
            out.writeText(wild);
            out.writeText(text);
            out.writeUTF(text);
            BytesInput in = new BytesInput(out.toByteArray());
            assertThat(in.readVarInt()).isEqualTo(number.intValue());
            assertThat(in.readVarLong()).isEqualTo(number);
            assertThat(in.readText()).isEqualTo(wild);
            assertThat(in.readText()).isEqualTo(text);
            assertThat(in.readUTF()).isEqualTo(text);
            assertThat(in.remaining()).isZero();
        });
    }

    @Test
    void otherViewsWriteAndReadTheSame() {
        Check.forAll(Gen.longs(), Gen.strings(), (number, text) -> {
            BytesOutput fast = new BytesOutput();
            BytesOutput behind = new BytesOutput();
            DataOutputView slow = new PlainViews.Out(behind);
            for (DataOutputView each : new DataOutputView[] {fast, slow}) {
                each.writeVarInt(number.intValue());
                each.writeVarLong(number);
                each.writeText(text);
            }
            assertThat(behind.toByteArray()).isEqualTo(fast.toByteArray());
            DataInputView in = new PlainViews.In(new BytesInput(fast.toByteArray()));
            assertThat(in.readVarInt()).isEqualTo(number.intValue());
            assertThat(in.readVarLong()).isEqualTo(number);
            assertThat(in.readText()).isEqualTo(text);
        });
    }

    @Test
    void readsPastTheEndNameThePosition() throws IOException {
        BytesInput in = new BytesInput(new byte[] {9, 9, 1, 2, 3, 4, 5, 9}, 2, 5);
        in.readInt();
        assertThatThrownBy(in::readLong)
                .isInstanceOf(EOFException.class)
                .hasMessage("Reading 8 bytes at position 4 passes the end at 5");
        assertThat(in.readByte()).isEqualTo((byte) 5);
        assertThat(in.read(new byte[3])).isEqualTo(-1);
        assertThatThrownBy(() -> in.skipBytesToRead(1)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> in.seek(6)).isInstanceOf(IndexOutOfBoundsException.class);
        in.seek(0);
        assertThat(in.readByte()).isEqualTo((byte) 1);
    }

    @Test
    void damagedNumbersAndTextsFail() {
        byte[] ones = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
        assertThatThrownBy(() -> new BytesInput(ones).readVarInt()).hasMessageContaining("more than five bytes");
        assertThatThrownBy(() -> new BytesInput(ones).readVarLong()).hasMessageContaining("more than ten bytes");
        byte[] giant = {-1, -1, -1, -1, 15, 1, 2};
        assertThatThrownBy(() -> new BytesInput(giant).readText()).isInstanceOf(EOFException.class);
    }

    @Test
    void anEarlierIntCanBeOverwrittenAndTheEndDropped() {
        BytesOutput out = new BytesOutput();
        out.writeInt(0);
        out.writeLong(5);
        out.putInt(0, 7);
        out.truncate(4);
        assertThat(out.toByteArray()).containsExactly(0, 0, 0, 7);
        assertThatThrownBy(() -> out.putInt(1, 7)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> out.truncate(5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPartGoesFromViewToView() throws IOException {
        BytesOutput out = new BytesOutput();
        out.write(new BytesInput(new byte[] {1, 2, 3}), 2);
        new PlainViews.Out(out).write(new BytesInput(new byte[] {4, 5}), 2);
        assertThat(out.toByteArray()).containsExactly(1, 2, 4, 5);
    }
}
