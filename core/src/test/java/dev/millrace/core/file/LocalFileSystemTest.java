package dev.millrace.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Local files: what is read, written, listed and explained. */
final class LocalFileSystemTest {

    @TempDir
    java.nio.file.Path dir;

    private FileSystem files;

    @BeforeEach
    void find() throws IOException {
        files = new Path(dir.toString()).getFileSystem();
    }

    private Path path(String name) {
        return new Path(new Path(dir.toString()), name);
    }

    @Test
    void whatIsWrittenIsReadFromAnyPosition() throws IOException {
        byte[] bytes = new byte[100_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        try (FSDataOutputStream out = files.create(path("a/b/c"), FileSystem.WriteMode.NO_OVERWRITE)) {
            out.write(bytes, 0, 70_000);
            out.write(bytes[70_000]);
            out.write(bytes, 70_001, 29_999);
            assertThat(out.getPos()).isEqualTo(100_000);
        }
        try (FSDataInputStream in = files.open(path("a/b/c"))) {
            in.seek(99_000);
            assertThat(in.read()).isEqualTo(bytes[99_000] & 0xFF);
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 99_001, 100_000));
            assertThat(in.getPos()).isEqualTo(100_000);
        }
    }

    @Test
    void listsInTheOrderOfNames() throws IOException {
        Files.writeString(dir.resolve("b"), "12345");
        Files.createDirectory(dir.resolve("a"));
        Files.writeString(dir.resolve("c"), "");
        Files.createSymbolicLink(dir.resolve("dangling"), dir.resolve("nowhere"));

        FileStatus[] found = files.listStatus(path("."));

        assertThat(found).extracting(status -> status.path().getName()).containsExactly("a", "b", "c");
        assertThat(found).extracting(FileStatus::directory).containsExactly(true, false, false);
        assertThat(found).extracting(FileStatus::length).containsExactly(0L, 5L, 0L);
    }

    @Test
    void deletesDirectoriesOnlyWholeWhenAskedTo() throws IOException {
        Files.createDirectories(dir.resolve("a/b"));
        Files.writeString(dir.resolve("a/b/c"), "");

        assertThatThrownBy(() -> files.delete(path("a"), false)).hasMessageContaining("the directory is not empty");
        assertThat(files.delete(path("a"), true)).isTrue();
        assertThat(files.delete(path("a"), true)).isFalse();
    }

    @Test
    void errorsNameThePathAndTheRemedy() throws IOException {
        Files.writeString(dir.resolve("file"), "");
        assertThatThrownBy(() -> files.open(path("missing")))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining(dir + "/missing")
                .hasMessageContaining("check the spelling");
        assertThatThrownBy(() -> files.open(path("."))).hasMessageContaining("is a directory, not a file");
        assertThatThrownBy(() -> files.create(path("file"), FileSystem.WriteMode.NO_OVERWRITE))
                .hasMessageContaining("is there already; delete it");
        assertThatThrownBy(() -> files.mkdirs(path("file/below"))).hasMessageContaining(dir + "/file");
    }

    @Test
    void aRecoverableFileIsUnseenUntilItIsCommittedAndLosesWhatWasNotPersisted() throws IOException {
        RecoverableWriter writer = files.createRecoverableWriter();
        RecoverableFsDataOutputStream out = writer.open(path("out"));
        out.write("kept ".getBytes(StandardCharsets.US_ASCII));
        byte[] persisted = writer.getResumeRecoverableSerializer().serialize(out.persist());
        out.write("lost".getBytes(StandardCharsets.US_ASCII));
        out.close();
        assertThat(files.exists(path("out"))).isFalse();

        RecoverableFsDataOutputStream resumed =
                writer.recover(writer.getResumeRecoverableSerializer().deserialize(1, persisted));
        resumed.write("too".getBytes(StandardCharsets.US_ASCII));
        RecoverableFsDataOutputStream.Committer committer = resumed.closeForCommit();
        byte[] pending = writer.getCommitRecoverableSerializer().serialize(committer.getRecoverable());
        committer.commit();

        assertThat(Files.readString(dir.resolve("out"))).isEqualTo("kept too");
        writer.recoverForCommit(writer.getCommitRecoverableSerializer().deserialize(1, pending))
                .commitAfterRecovery();
        assertThat(Files.readString(dir.resolve("out"))).isEqualTo("kept too");
        assertThatThrownBy(() -> writer.open(path("out"))).hasMessageContaining("has been committed before");
    }

    @Test
    void aRecoverableFileThatLostDataIsAnError() throws IOException {
        RecoverableWriter writer = files.createRecoverableWriter();
        RecoverableFsDataOutputStream out = writer.open(path("out"));
        out.write("12345".getBytes(StandardCharsets.US_ASCII));
        RecoverableWriter.ResumeRecoverable persisted = out.persist();
        out.close();
        Files.writeString(dir.resolve(".out.inprogress"), "12");

        assertThatThrownBy(() -> writer.recover(persisted))
                .hasMessageContaining("counts 5 bytes and it has 2")
                .hasMessageContaining("restore from another checkpoint");
    }
}
