package dev.millrace.connectors.basic.file.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.file.FSDataInputStream;
import dev.millrace.core.option.Configuration;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every line is read once, wherever splits end and reading is resumed. */
final class LineReaderTest {

    private static final Gen<String> TEXTS = Gen.elements(
                    "", "a", "word", "\n", "\n", "\r\n", "\r", "ä", "日本", "x".repeat(9))
            .list(0, 60)
            .map(parts -> String.join("", parts));

    @Test
    void linesOverSplitBordersAreReadExactlyOnceAtEveryByte() throws IOException {
        byte[] text = "first\nsecond line\r\n\n\nd\u00e4s ist\nlast without end".getBytes(StandardCharsets.UTF_8);
        List<String> oracle = oracle(text);

        for (int one = 0; one <= text.length; one++) {
            for (int two = one; two <= text.length; two++) {
                List<String> lines = new ArrayList<>();
                lines.addAll(read(text, 0, one, 7));
                lines.addAll(read(text, one, two, 7));
                lines.addAll(read(text, two, text.length, 7));
                assertThat(lines).as("borders %d and %d", one, two).isEqualTo(oracle);
            }
        }
    }

    @Test
    void anyTextIsReadAsTheOracleReadsItWhateverTheStreamGivesAtOnce() {
        Check.forAll(TEXTS, Gen.integers(1, 40), (text, atOnce) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(read(bytes, 0, bytes.length, atOnce)).isEqualTo(oracle(bytes));
        });
    }

    @Test
    void aReaderResumedAfterAnyLineReadsTheRest() {
        Check.forAll(TEXTS, Gen.integers(0, 200), Gen.integers(0, 60), (text, begin, taken) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int start = Math.min(begin, bytes.length);
            List<String> all = read(bytes, start, bytes.length, 5);

            TextLineInputFormat format = new TextLineInputFormat();
            Bytes stream = new Bytes(bytes, 5);
            stream.seek(start);
            StreamFormat.Reader<String> reader =
                    format.createReader(new Configuration(), stream, bytes.length, bytes.length);
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < taken && lines.size() < all.size(); i++) {
                lines.add(reader.read());
            }
            CheckpointedPosition position = reader.getCheckpointedPosition();
            assertThat(position.recordsAfterOffset()).isZero();
            StreamFormat.Reader<String> resumed = format.restoreReader(
                    new Configuration(), new Bytes(bytes, 5), position.offset(), bytes.length, bytes.length);
            lines.addAll(rest(resumed));
            assertThat(lines).isEqualTo(all);
        });
    }

    @Test
    void linesLongerThanManyBlocksAreWhole() throws IOException {
        String line = "0123456789abcde\u00e9".repeat(40_000);
        byte[] bytes = ("short\n" + line + "\nshort").getBytes(StandardCharsets.UTF_8);

        assertThat(read(bytes, 0, bytes.length, 100_000)).containsExactly("short", line, "short");
    }

    @Test
    void bytesOfOtherCharsetsAreDecoded() throws IOException {
        for (String charset : List.of("ISO-8859-1", "windows-1252", "UTF-8", "GBK", "UTF-16", "UTF-16LE")) {
            byte[] bytes = "gr\u00fcn\nblau".getBytes(Charset.forName(charset));
            TextLineInputFormat format = new TextLineInputFormat(charset);
            StreamFormat.Reader<String> reader =
                    format.createReader(new Configuration(), new Bytes(bytes, 3), bytes.length, bytes.length);

            assertThat(rest(reader)).as(charset).containsExactly("gr\u00fcn", "blau");
            assertThat(format.isSplittable()).as(charset).isEqualTo(!charset.startsWith("UTF-16"));
        }
    }

    @Test
    void bytesThatAreNoTextBecomeReplacementCharacters() throws IOException {
        assertThat(read(new byte[] {'a', (byte) 0xC3, '\n', 'b'}, 0, 4, 4)).containsExactly("a\uFFFD", "b");
    }

    private static List<String> read(byte[] bytes, int begin, int end, int atOnce) throws IOException {
        if (begin == end) {
            return List.of();
        }
        Bytes stream = new Bytes(bytes, atOnce);
        stream.seek(begin);
        return rest(new TextLineInputFormat().createReader(new Configuration(), stream, bytes.length, end));
    }

    private static List<String> rest(StreamFormat.Reader<String> reader) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = reader.read(); line != null; line = reader.read()) {
            lines.add(line);
        }
        reader.close();
        return lines;
    }

    /** Cuts at each newline, one byte after the other. */
    private static List<String> oracle(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                int end = i > begin && bytes[i - 1] == '\r' ? i - 1 : i;
                lines.add(new String(bytes, begin, end - begin, StandardCharsets.UTF_8));
                begin = i + 1;
            }
        }
        if (begin < bytes.length) {
            lines.add(new String(bytes, begin, bytes.length - begin, StandardCharsets.UTF_8));
        }
        return lines;
    }

    /** Bytes in memory that come a few at a time. */
    private static final class Bytes extends FSDataInputStream {

        private final byte[] bytes;
        private final int atOnce;
        private int position;

        Bytes(byte[] bytes, int atOnce) {
            this.bytes = bytes;
            this.atOnce = atOnce;
        }

        @Override
        public void seek(long target) {
            position = (int) target;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public int read() {
            return position == bytes.length ? -1 : bytes[position++] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == bytes.length) {
                return -1;
            }
            int count = Math.min(Math.min(atOnce, length), bytes.length - position);
            System.arraycopy(bytes, position, target, offset, count);
            position += count;
            return count;
        }
    }
}
