package dev.millrace.state.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.StoredKeyGroups;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.state.snapshot.TaskRestore.OperatorRestore;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TaskSnapshotFileTest {

    private static final KeyGroupRange RANGE = new KeyGroupRange(2, 6);

    @TempDir
    java.nio.file.Path directory;

    private final TypeSystem types = TypeSystem.create(getClass().getClassLoader());

    private FileSystem files() throws IOException {
        return FileSystem.get(directory.toUri());
    }

    private TaskSnapshot write() throws IOException {
        CheckpointDirectory checkpoints =
                new CheckpointDirectory(files(), new Path(directory.toString()), "job", "run");
        OperatorListsWriter lists = new OperatorListsWriter(types, 1_000);
        lists.list("offsets", List.of(1L, 2L, 3L));
        lists.broadcast("rules", List.of("r"));
        OperatorListsWriter task = new OperatorListsWriter(types, 1_000);
        task.union("watermark", List.of(42L));
        try (TaskSnapshotWriter writer = checkpoints.openPart(7, "vertex", 0, 0)) {
            writer.operator("a", RANGE, new CannedState("a", RANGE), lists);
            writer.operator("stateless", null, null, new OperatorListsWriter(types, 1_000));
            writer.operator(TaskSnapshot.TASK, null, null, task);
            return writer.finish();
        }
    }

    private java.nio.file.Path file() {
        return directory.resolve("job/run/chk-7/part-vertex-0-0");
    }

    private String readAll(TaskSnapshot snapshot) throws IOException {
        List<OperatorRestore> operators = new ArrayList<>();
        for (String operator : List.of("a", TaskSnapshot.TASK)) {
            TaskRestore.Part part =
                    new TaskRestore.Part(snapshot.file(), snapshot.bytes(), operator.equals("a") ? RANGE : null, true);
            operators.add(new OperatorRestore(operator, 0, List.of(part)));
        }
        String checkpoint = directory.resolve("job/run/chk-7").toString();
        TaskRestore restore = new TaskRestore(checkpoint, 7, false, 0, 1, operators);
        StringBuilder text = new StringBuilder();
        try (RestoredTask task = restore.open(files(), types)) {
            StoredKeyGroups keyed = task.keyed("a").get(0);
            text.append(keyed.header().readText());
            for (int group = RANGE.first(); group <= RANGE.last(); group++) {
                text.append(
                        keyed.group(group) == null
                                ? "|-"
                                : "|" + keyed.group(group).readText());
            }
            SnapshotReader lists = task.lists("a");
            text.append(lists.names()).append(lists.items("offsets")).append(lists.items("rules"));
            text.append(task.lists(TaskSnapshot.TASK).items("watermark"));
            assertThat(task.lists("stateless")).isNull();
        }
        return text.toString();
    }

    @Test
    void whatWasWrittenIsReadAndStatelessOperatorsAreLeftOut() throws Exception {
        TaskSnapshot snapshot = write();
        assertThat(readAll(snapshot))
                .isEqualTo("a header|a group 2|a group 3|-|a group 5|a group 6[offsets, rules][1, 2, 3][r][42]");
        assertThat(snapshot.bytes()).isEqualTo(Files.size(file()));
        assertThat(snapshot.operators())
                .containsExactly(
                        new OperatorPart(
                                "a",
                                RANGE,
                                List.of(
                                        new NamedList("offsets", ListKind.LIST, 3),
                                        new NamedList("rules", ListKind.BROADCAST, 1))),
                        new OperatorPart(
                                TaskSnapshot.TASK, null, List.of(new NamedList("watermark", ListKind.UNION, 1))));
    }

    @Test
    void aByteThatChangesAnywhereIsNoticed() throws Exception {
        TaskSnapshot snapshot = write();
        byte[] good = Files.readAllBytes(file());
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x10;
            Files.write(file(), bad);
            assertThatThrownBy(() -> readAll(snapshot))
                    .as("byte %d of %d", i, good.length)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("part-vertex-0-0");
        }
    }

    @Test
    void aFileThatIsCutOffOrAbsentIsAnErrorThatNamesItAndTheRemedy() throws Exception {
        TaskSnapshot snapshot = write();
        byte[] good = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(good, good.length / 2));
        assertThatThrownBy(() -> readAll(snapshot))
                .isInstanceOf(DamagedCheckpointException.class)
                .hasMessageContaining("part-vertex-0-0")
                .hasMessageContaining("instead of " + good.length)
                .hasMessageContaining("restore another checkpoint");
        Files.delete(file());
        assertThatThrownBy(() -> readAll(snapshot))
                .isInstanceOf(DamagedCheckpointException.class)
                .hasMessageContaining("is absent");
    }

    @Test
    void aWriterThatIsClosedBeforeItHasFinishedLeavesNoFile() throws Exception {
        CheckpointDirectory checkpoints =
                new CheckpointDirectory(files(), new Path(directory.toString()), "job", "run");
        try (TaskSnapshotWriter writer = checkpoints.openPart(7, "vertex", 0, 0)) {
            writer.operator("a", RANGE, new CannedState("a", RANGE), null);
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void sectionsLargerThanAChunkComeBack() throws Exception {
        CheckpointDirectory checkpoints =
                new CheckpointDirectory(files(), new Path(directory.toString()), "job", "run");
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            items.add("item number " + i);
        }
        OperatorListsWriter lists = new OperatorListsWriter(types, 1_000);
        lists.list("items", items);
        TaskSnapshot snapshot;
        try (TaskSnapshotWriter writer = checkpoints.openPart(7, "vertex", 0, 0)) {
            writer.operator("a", null, null, lists);
            snapshot = writer.finish();
        }
        TaskRestore.Part part = new TaskRestore.Part(snapshot.file(), snapshot.bytes(), null, true);
        TaskRestore restore = new TaskRestore(
                checkpoints.checkpoint(7).toString(),
                7,
                false,
                0,
                1,
                List.of(new OperatorRestore("a", 0, List.of(part))));
        try (RestoredTask task = restore.open(files(), types)) {
            assertThat(task.lists("a").<String>items("items")).isEqualTo(items);
        }
    }

    @Test
    void twoListsOfOneNameAreRefused() throws Exception {
        OperatorListsWriter lists = new OperatorListsWriter(types, 1_000);
        lists.list("x", List.of());
        assertThatThrownBy(() -> lists.union("x", List.of())).hasMessageContaining("'x'");
    }

    @Test
    void theBytesOfAPartFileAreFixed() throws Exception {
        KeyGroupRange one = new KeyGroupRange(2, 2);
        CheckpointDirectory checkpoints =
                new CheckpointDirectory(files(), new Path(directory.toString()), "job", "run");
        try (TaskSnapshotWriter writer = checkpoints.openPart(7, "vertex", 0, 0)) {
            writer.operator("op", one, new CannedState("s", one), null);
            writer.finish();
        }
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file())))
                .isEqualTo(
                        "4d4c52500000000110732068656164657212732067726f7570203202046f700000000000000000000800000000000000"
                                + "09f0f2c57f046f7001030000000000000011000000000000000ae798cd70000000000000001b000000330ecdf9a04d4c"
                                + "5250");
    }
}
