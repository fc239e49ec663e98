package dev.millrace.state.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointDirectoryTest {

    @TempDir
    java.nio.file.Path root;

    private FileSystem files;

    @BeforeEach
    void files() throws IOException {
        files = FileSystem.get(root.toUri());
    }

    private CheckpointDirectory run(String run) {
        return new CheckpointDirectory(files, new Path(root.toString()), "my job/1", run);
    }

    private static CheckpointManifest manifest(long id, long timestampMillis) {
        return CheckpointManifest.of(id, timestampMillis, "my job/1", List.of(), Map.of());
    }

    @Test
    void aPublishedCheckpointIsFoundByItsPath() throws Exception {
        String path = run("run").publish(manifest(3, 100));
        assertThat(path).endsWith("my job%2F1/run/chk-3");
        assertThat(CheckpointDirectory.read(files, new Path(path)).id()).isEqualTo(3);
    }

    @Test
    void theLatestIsTheNewestCompleteOneOfAllRuns() throws Exception {
        assertThat(run("a").latest()).isEmpty();
        run("a").publish(manifest(9, 100));
        run("b").publish(manifest(1, 300));
        run("c").publish(manifest(2, 200));
        try (TaskSnapshotWriter incomplete = run("d").openPart(50, "v", 0, 0)) {
            incomplete.finish();
        }
        Files.createDirectories(root.resolve("my job%2F1/a/chk-10"));
        Files.writeString(root.resolve("my job%2F1/a/chk-10/manifest.writing"), "half");
        assertThat(run("e").latest().orElseThrow().manifest().id()).isEqualTo(1);
        assertThat(run("e").list())
                .extracting(stored -> stored.manifest().timestampMillis())
                .containsExactly(300L, 200L, 100L);
    }

    @Test
    void aDiscardedCheckpointIsGoneAndOthersStay() throws Exception {
        run("a").publish(manifest(1, 100));
        run("a").publish(manifest(2, 200));
        run("a").discard(2);
        run("a").discard(3);
        assertThat(run("a").latest().orElseThrow().manifest().id()).isEqualTo(1);
        assertThat(root.resolve("my job%2F1/a/chk-2")).doesNotExist();
    }

    @Test
    void aCheckpointIsPublishedOnlyOnce() throws Exception {
        run("a").publish(manifest(1, 100));
        assertThatThrownBy(() -> run("a").publish(manifest(1, 200))).hasMessageContaining("chk-1");
    }

    @Test
    void readingWhatIsNotThereSaysWhatIsWrongAndWhatToGive() throws Exception {
        assertThatThrownBy(() -> CheckpointDirectory.read(
                        files, new Path(root.resolve("none").toString())))
                .hasMessageContaining("none")
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> CheckpointDirectory.read(files, new Path(root.toString())))
                .hasMessageContaining(root.toString())
                .hasMessageContaining("not a complete checkpoint");
    }

    @Test
    void aDamagedManifestIsAnErrorThatNamesTheFile() throws Exception {
        run("a").publish(manifest(1, 100));
        Files.write(root.resolve("my job%2F1/a/chk-1/manifest"), new byte[40]);
        assertThatThrownBy(() -> run("a").latest())
                .isInstanceOf(DamagedCheckpointException.class)
                .hasMessageContaining("chk-1/manifest");
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsRefusedBeforehandWithTheRemedy() throws Exception {
        java.nio.file.Path file = Files.writeString(root.resolve("file"), "not a directory");
        CheckpointDirectory directory = new CheckpointDirectory(files, new Path(file.toString()), "job", "run");
        assertThatThrownBy(directory::prepare)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("writable");
        assertThatThrownBy(() -> directory.openPart(1, "v", 0, 0)).hasMessageContaining(file.toString());
    }

    @Test
    void aFullDiskIsAnErrorThatNamesTheFileAndTheRemedyWhereverItIsNoticed() throws Exception {
        CheckpointDirectory directory = new CheckpointDirectory(new FullDisk(), new Path("/disk"), "job", "run");
        assertThatThrownBy(directory::prepare)
                .hasMessageContaining("/disk/job/run")
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("free space");
        assertThatThrownBy(() -> directory.openPart(1, "v", 0, 0).close())
                .hasMessageContaining("part-v-0-0")
                .hasMessageContaining("free space");
        assertThatThrownBy(() -> directory.publish(manifest(1, 0)))
                .hasMessageContaining("chk-1/manifest")
                .hasMessageContaining("free space");
    }

    @Test
    void preparingLeavesAnEmptyDirectory() throws Exception {
        run("a").prepare();
        assertThat(root.resolve("my job%2F1/a")).isEmptyDirectory();
    }

    @Test
    void namesOfJobsBecomeNamesOfDirectoriesThatNeverMeet() {
        List<String> names = List.of("a", "a/b", "a%2Fb", "..", ".", "", "ä", "a b", "x".repeat(300), "x".repeat(301));
        assertThat(names.stream().map(DirectoryName::of))
                .doesNotHaveDuplicates()
                .allSatisfy(name -> {
                    assertThat(name).doesNotContain("/").isNotBlank().hasSizeLessThan(250);
                    assertThat(name).doesNotStartWith(".");
                });
    }
}
