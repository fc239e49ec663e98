package dev.millrace.connectors.basic.file.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.connectors.basic.DrivenSource;
import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.file.Path;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are found, read by several readers, and read on after a restart. */
final class FileSourceTest {

    @TempDir
    java.nio.file.Path dir;

    @Test
    void readsADirectoryWithAllBelowItButNotWhatIsHidden() throws Exception {
        write("b.txt", "b1\nb2\n");
        write("a.txt", "a1");
        write("below/deep/c.txt", "c1\r\nc2");
        write("below/empty.txt", "");
        write(".hidden", "no");
        write(".git/config", "no");
        write("_notes", "n1");

        assertThat(drain(dir.toString())).containsExactlyInAnyOrder("a1", "b1", "b2", "c1", "c2", "n1");
    }

    @Test
    void readsTheMatchesOfAGlob() throws Exception {
        write("a.txt", "a");
        write("b.md", "b");
        write("below/c.txt", "c");
        write("below/d.txt", "d");

        assertThat(drain(dir + "/*.txt")).containsExactly("a");
        assertThat(drain(dir + "/**.txt")).containsExactly("a", "c", "d");
        assertThat(drain(dir + "/{b,x}.m?")).containsExactly("b");
    }

    @Test
    void aPathWithTheLettersOfAGlobIsTakenLiterallyWhenItIsThere() throws Exception {
        write("odd [1]{2} %41.txt", "odd");

        assertThat(drain(dir + "/odd [1]{2} %41.txt")).containsExactly("odd");
    }

    @Test
    void readsCompressedFiles() throws Exception {
        List<String> lines = numbered(5_000);
        writeGzip("t.gz", lines);

        assertThat(drain(dir.toString())).isEqualTo(lines);
    }

    @Test
    void severalReadersReadALargeFileOnce() throws Exception {
        List<String> lines = numbered(1_500_000);
        Files.write(dir.resolve("large"), lines);

        DrivenSource<String, ?, ?> source = DrivenSource.start(source(dir.toString()), 3);

        assertThat(new ArrayList<>(source.drain()).stream().sorted().toList())
                .isEqualTo(lines.stream().sorted().toList());
        source.close();
    }

    @Test
    void bytesThatAreLeftBecomeFewerToNoneAlsoOverARestart() throws Exception {
        List<String> lines = numbered(5_000);
        Files.write(dir.resolve("lines"), lines);
        writeGzip("t.gz", lines);
        long whole = Files.size(dir.resolve("lines")) + Files.size(dir.resolve("t.gz"));

        DrivenSource<String, FileSourceSplit, PendingSplits> source = DrivenSource.start(source(dir.toString()), 2);
        assertThat(source.left()).isEqualTo(whole);
        long before = whole;
        for (int i = 0; i < 20; i++) {
            source.poll(i % 2);
            assertThat(source.left()).isLessThanOrEqualTo(before);
            before = source.left();
        }
        assertThat(before).isLessThan(whole).isPositive();

        DrivenSource<String, FileSourceSplit, PendingSplits> again =
                DrivenSource.restore(source(dir.toString()), 1, source.snapshot());
        assertThat(again.left()).isEqualTo(before);
        again.drain();
        assertThat(again.left()).isZero();
    }

    @Test
    void goesOnInsideFilesAfterARestartAtAnyPoint() {
        Check.cases(60)
                .withShrinkAttemptsMax(50)
                .run(Gen.integers(1, 3), Gen.integers(1, 40), Gen.integers(0, 12), (parallelism, perPoll, polls) -> {
                    List<String> lines = numbered(100);
                    Files.write(dir.resolve("plain"), lines.subList(0, 60));
                    writeGzip("zipped.gz", lines.subList(60, 90));
                    Files.writeString(dir.resolve("sixteen"), "unused");
                    Files.write(dir.resolve("sixteen"), lines.subList(90, 100));

                    DrivenSource<String, FileSourceSplit, PendingSplits> first = DrivenSource.start(
                                    source(dir.toString()), parallelism)
                            .withRecordsPerPoll(perPoll);
                    for (int i = 0; i < polls; i++) {
                        first.poll(i % parallelism);
                    }
                    List<String> all = new ArrayList<>(first.records());
                    DrivenSource.Snapshot snapshot = first.snapshot();
                    first.close();

                    DrivenSource<String, FileSourceSplit, PendingSplits> second =
                            DrivenSource.restore(source(dir.toString()), 2, snapshot);
                    all.addAll(second.drain());
                    second.close();
                    assertThat(all).containsExactlyInAnyOrderElementsOf(lines);
                });
    }

    @Test
    void goesOnByCountingRecordsWhereTheCharsetHasNoOffsets() throws Exception {
        List<String> lines = numbered(50);
        Files.write(dir.resolve("t"), lines, java.nio.charset.StandardCharsets.UTF_16);
        FileSource<String> source = FileSource.forRecordStreamFormat(
                        new TextLineInputFormat("UTF-16"), new Path(dir.toString()))
                .build();
        DrivenSource<String, FileSourceSplit, PendingSplits> first =
                DrivenSource.start(source, 1).withRecordsPerPoll(7);
        first.poll(0);
        first.poll(0);
        List<String> all = new ArrayList<>(first.records());
        assertThat(all).hasSize(14);

        DrivenSource<String, FileSourceSplit, PendingSplits> second =
                DrivenSource.restore(source, 1, first.snapshot()).withRecordsPerPoll(3);
        second.poll(0);
        all.addAll(second.records());
        DrivenSource<String, FileSourceSplit, PendingSplits> third = DrivenSource.restore(source, 1, second.snapshot());
        all.addAll(third.drain());
        assertThat(all).isEqualTo(lines);
    }

    @Test
    void splitsThatComeBackAreDealtOutAgain() throws Exception {
        Files.write(dir.resolve("t"), numbered(10));
        DrivenSource<String, FileSourceSplit, PendingSplits> source = DrivenSource.start(source(dir.toString()), 1);
        source.deliver();
        List<FileSourceSplit> assigned = source.reader(0).snapshotState(1);
        assertThat(assigned).hasSize(1);

        source.enumerator().addSplitsBack(assigned, 0);

        assertThat(source.enumerator().snapshotState(2).splits()).isEqualTo(assigned);
    }

    @Test
    void aWatchingSourceReadsNewFilesOnceAlsoAfterARestart() throws Exception {
        write("a", "a");
        FileSource<String> watching = FileSource.forRecordStreamFormat(
                        new TextLineInputFormat(), new Path(dir.toString()))
                .monitorContinuously(Duration.ofMillis(100))
                .build();
        assertThat(watching.getBoundedness()).isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
        DrivenSource<String, FileSourceSplit, PendingSplits> source = DrivenSource.start(watching, 1);
        source.clock().advance(0);
        pollAll(source);
        assertThat(source.records()).containsExactly("a");

        write("b", "b");
        pollAll(source);
        assertThat(source.records()).containsExactly("a");
        source.clock().advance(100);
        pollAll(source);
        assertThat(source.records()).containsExactly("a", "b");

        DrivenSource<String, FileSourceSplit, PendingSplits> again =
                DrivenSource.restore(watching, 1, source.snapshot());
        write("c", "c");
        again.clock().advance(100);
        pollAll(again);
        assertThat(again.records()).containsExactly("c");
    }

    private static void pollAll(DrivenSource<?, ?, ?> source) throws Exception {
        source.deliver();
        while (source.poll(0) == InputStatus.MORE_AVAILABLE) {
            source.deliver();
        }
    }

    @Test
    void whatIsMissingIsNamedWithTheRemedy() {
        assertThatThrownBy(() -> drain(dir + "/nowhere"))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining(dir + "/nowhere")
                .hasMessageContaining("check the spelling");
        assertThatThrownBy(() -> drain(dir + "/*.nothing"))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("No file matches " + dir + "/*.nothing");
        assertThatThrownBy(() -> drain("s9://bucket/file"))
                .hasMessageContaining("No file system for the scheme 's9'")
                .hasMessageContaining("Known schemes: [file]");
    }

    @Test
    void brokenCompressionIsNamedWithTheRemedy() throws IOException {
        write("not.gz", "plain text");
        assertThatThrownBy(() -> drain(dir + "/not.gz"))
                .hasMessageContaining("Cannot read " + dir + "/not.gz")
                .hasMessageContaining("repair it");

        byte[] whole = gzip(numbered(10_000));
        Files.write(dir.resolve("cut.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> drain(dir + "/cut.gz"))
                .hasMessageContaining("Cannot read " + dir + "/cut.gz")
                .hasMessageContaining("repair it");
    }

    @Test
    void anUnknownCharsetIsNamedAtOnce() {
        assertThatThrownBy(() -> new TextLineInputFormat("utf-nine"))
                .hasMessageContaining("Unknown charset 'utf-nine'")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aFileThatShrankAfterTheCheckpointIsAnError() throws Exception {
        Files.write(dir.resolve("t"), numbered(100));
        DrivenSource<String, FileSourceSplit, PendingSplits> first =
                DrivenSource.start(source(dir.toString()), 1).withRecordsPerPoll(50);
        first.poll(0);
        DrivenSource.Snapshot snapshot = first.snapshot();
        Files.writeString(dir.resolve("t"), "short");

        assertThatThrownBy(() -> DrivenSource.restore(source(dir.toString()), 1, snapshot)
                        .drain())
                .hasMessageContaining(dir + "/t")
                .hasMessageContaining("it was changed after the checkpoint");
    }

    private static FileSource<String> source(String path) {
        return FileSource.forRecordStreamFormat(new TextLineInputFormat(), new Path(path))
                .build();
    }

    private static List<String> drain(String path) throws Exception {
        DrivenSource<String, FileSourceSplit, PendingSplits> source = DrivenSource.start(source(path), 1);
        try {
            return source.drain();
        } finally {
            source.close();
        }
    }

    private void write(String name, String text) throws IOException {
        java.nio.file.Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void writeGzip(String name, List<String> lines) throws IOException {
        Files.write(dir.resolve(name), gzip(lines));
    }

    private static byte[] gzip(List<String> lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (String line : lines) {
                out.write((line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "line " + i).toList();
    }
}
