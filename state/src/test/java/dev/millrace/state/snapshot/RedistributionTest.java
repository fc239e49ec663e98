package dev.millrace.state.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.plan.Vertex;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.StoredKeyGroups;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RedistributionTest {

    private static final int GROUPS = 16;

    @TempDir
    java.nio.file.Path root;

    private final TypeSystem types = TypeSystem.create(getClass().getClassLoader());
    private long nextId = 1;

    private static Vertex vertex(int parallelism, int maxParallelism, String... operators) {
        List<OperatorNode> chain = new ArrayList<>();
        for (String operator : operators) {
            chain.add(new OperatorNode(
                    operator, "name of " + operator, false, null, OperatorNode.INPUTS, null, List.of(), false));
        }
        return new Vertex(
                operators[0], String.join(" -> ", operators), parallelism, maxParallelism, "default", null, chain);
    }

    /** A checkpoint of one vertex; the instances in {@code finished} had come to their end. */
    private CheckpointManifest checkpoint(Vertex vertex, List<Integer> finished) throws IOException {
        CheckpointDirectory directory = directory();
        long id = nextId++;
        List<InstanceSnapshot> instances = new ArrayList<>();
        for (int instance = 0; instance < vertex.parallelism(); instance++) {
            if (finished.contains(instance)) {
                instances.add(InstanceSnapshot.Finished.FINISHED);
                continue;
            }
            try (TaskSnapshotWriter writer = directory.openPart(id, vertex.id(), instance, 0)) {
                KeyGroupRange range = KeyGroupRange.of(instance, vertex.maxParallelism(), vertex.parallelism());
                OperatorListsWriter lists = new OperatorListsWriter(types, 1_000);
                lists.list("list", items("list", instance));
                lists.union("union", items("union", instance));
                lists.broadcast("broadcast", List.of("b0", "b1"));
                writer.operator("keyed", range, new CannedState("keyed", range), lists);
                OperatorListsWriter task = new OperatorListsWriter(types, 1_000);
                task.union("watermark", List.of(instance));
                writer.operator(TaskSnapshot.TASK, null, null, task);
                instances.add(writer.finish());
            }
        }
        List<VertexSnapshot.OperatorName> names = vertex.chain().stream()
                .map(node -> new VertexSnapshot.OperatorName(node.id(), node.name()))
                .toList();
        VertexSnapshot snapshot =
                new VertexSnapshot(vertex.id(), vertex.name(), names, vertex.maxParallelism(), instances);
        CheckpointManifest manifest =
                CheckpointManifest.of(id, 0, "job", List.of(snapshot), Map.of("src", new byte[] {1}));
        directory.publish(manifest);
        return manifest;
    }

    private static List<String> items(String name, int instance) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < instance + 1; i++) {
            items.add(name + " " + instance + "." + i);
        }
        return items;
    }

    private CheckpointDirectory directory() throws IOException {
        return new CheckpointDirectory(FileSystem.get(root.toUri()), new Path(root.toString()), "job", "run");
    }

    private RestoredTask open(TaskRestore restore) throws IOException {
        return restore.open(FileSystem.get(root.toUri()), types);
    }

    private Redistribution redistribution(CheckpointManifest manifest, boolean allow, Vertex... vertices)
            throws IOException {
        String path = directory().checkpoint(manifest.id()).toString();
        return new Redistribution(manifest, path, List.of(vertices), allow);
    }

    @Test
    void everyGroupAndItemGoesToExactlyOneInstanceAndUnionsAndBroadcastsToAll() {
        Gen<Integer> parallelisms = Gen.integers(1, 9);
        Check.cases(25).run(parallelisms, parallelisms, (before, after) -> {
            CheckpointManifest manifest = checkpoint(vertex(before, GROUPS, "keyed"), List.of());
            Vertex vertex = vertex(after, GROUPS, "keyed");
            Redistribution redistribution = redistribution(manifest, false, vertex);
            List<String> groups = new ArrayList<>();
            List<String> dealt = new ArrayList<>();
            List<String> all = new ArrayList<>();
            List<String> union = new ArrayList<>();
            for (int instance = 0; instance < before; instance++) {
                all.addAll(items("list", instance));
                union.addAll(items("union", instance));
            }
            for (int instance = 0; instance < after; instance++) {
                try (RestoredTask task = open(redistribution.restore(vertex, instance))) {
                    groups.addAll(groups(task, KeyGroupRange.of(instance, GROUPS, after)));
                    SnapshotReader lists = task.lists("keyed");
                    List<String> mine = lists.items("list");
                    if (before.equals(after)) {
                        assertThat(mine).isEqualTo(items("list", instance));
                    }
                    dealt.addAll(mine);
                    assertThat(lists.<String>items("union")).isEqualTo(union);
                    assertThat(lists.<String>items("broadcast")).containsExactly("b0", "b1");
                    assertThat(lists.checkpointId()).isEqualTo(manifest.id());
                    assertThat(task.lists(TaskSnapshot.TASK).<Integer>items("watermark"))
                            .hasSize(before);
                }
            }
            assertThat(dealt).containsExactlyInAnyOrderElementsOf(all);
            assertThat(groups).containsExactlyElementsOf(CannedGroups.all("keyed", GROUPS));
        });
    }

    private static List<String> groups(RestoredTask task, KeyGroupRange range) throws IOException {
        List<String> groups = new ArrayList<>();
        for (int group = range.first(); group <= range.last(); group++) {
            for (StoredKeyGroups part : task.keyed("keyed")) {
                if (part.keyGroups().contains(group) && part.group(group) != null) {
                    assertThat(part.header().readText()).isEqualTo("keyed header");
                    groups.add(part.group(group).readText());
                }
            }
        }
        return groups;
    }

    private static final class CannedGroups {

        static List<String> all(String label, int count) {
            List<String> all = new ArrayList<>();
            for (int group = 0; group < count; group++) {
                if (group % 3 != 1) {
                    all.add(CannedState.text(label, group));
                }
            }
            return all;
        }
    }

    @Test
    void anOperatorThatTheCheckpointDoesNotKnowStartsFresh() throws Exception {
        CheckpointManifest manifest = checkpoint(vertex(2, GROUPS, "keyed"), List.of());
        Vertex added = vertex(2, GROUPS, "new");
        Redistribution redistribution = redistribution(manifest, false, vertex(2, GROUPS, "keyed"), added);
        assertThat(redistribution.restore(added, 0)).isNull();
        assertThat(redistribution.enumerator("src")).containsExactly(1);
        assertThat(redistribution.enumerator("other")).isNull();
    }

    @Test
    void stateOfAnOperatorThatIsGoneIsRefusedByNameUnlessAllowed() throws Exception {
        CheckpointManifest manifest = checkpoint(vertex(2, GROUPS, "keyed", "stateless"), List.of());
        Vertex other = vertex(2, GROUPS, "other");
        assertThatThrownBy(() -> redistribution(manifest, false, other))
                .hasMessageContaining("name of keyed")
                .hasMessageContaining("allow")
                .hasMessageNotContaining("stateless");
        assertThat(redistribution(manifest, true, other).restore(other, 0)).isNull();
    }

    @Test
    void anotherNumberOfKeyGroupsIsRefusedWithBothNumbers() throws Exception {
        CheckpointManifest manifest = checkpoint(vertex(2, GROUPS, "keyed"), List.of());
        assertThatThrownBy(() -> redistribution(manifest, false, vertex(2, 32, "keyed")))
                .hasMessageContaining("name of keyed")
                .hasMessageContaining("32")
                .hasMessageContaining("16");
    }

    @Test
    void aVertexThatHadFinishedStaysFinishedAtAnyParallelism() throws Exception {
        CheckpointManifest manifest = checkpoint(vertex(2, GROUPS, "keyed"), List.of(0, 1));
        Vertex vertex = vertex(3, GROUPS, "keyed");
        Redistribution redistribution = redistribution(manifest, false, vertex);
        for (int instance = 0; instance < 3; instance++) {
            assertThat(redistribution.restore(vertex, instance).finished()).isTrue();
        }
    }

    @Test
    void aPartlyFinishedVertexKeepsItsFinishedInstancesAtTheSameParallelism() throws Exception {
        CheckpointManifest manifest = checkpoint(vertex(3, GROUPS, "keyed"), List.of(1));
        Vertex vertex = vertex(3, GROUPS, "keyed");
        Redistribution redistribution = redistribution(manifest, false, vertex);
        assertThat(redistribution.restore(vertex, 1).finished()).isTrue();
        assertThat(redistribution.restore(vertex, 1).operators()).isEmpty();
        try (RestoredTask task = open(redistribution.restore(vertex, 2))) {
            assertThat(task.lists("keyed").<String>items("list")).isEqualTo(items("list", 2));
            assertThat(task.lists("keyed").<String>items("union")).hasSize(4);
        }
    }

    @Test
    void aPartlyFinishedVertexRunsWholeAtAnotherParallelismWithTheStateOfTheOthers() throws Exception {
        CheckpointManifest manifest = checkpoint(vertex(3, GROUPS, "keyed"), List.of(1));
        Vertex vertex = vertex(2, GROUPS, "keyed");
        Redistribution redistribution = redistribution(manifest, false, vertex);
        List<String> dealt = new ArrayList<>();
        for (int instance = 0; instance < 2; instance++) {
            assertThat(redistribution.restore(vertex, instance).finished()).isFalse();
            try (RestoredTask task = open(redistribution.restore(vertex, instance))) {
                dealt.addAll(task.lists("keyed").items("list"));
            }
        }
        assertThat(dealt).containsExactlyInAnyOrder("list 0.0", "list 2.0", "list 2.1", "list 2.2");
    }

    @Test
    void operatorsThatHadFinishedCannotBeChainedWithOthersThatHadNot() throws Exception {
        CheckpointManifest ended = checkpoint(vertex(1, GROUPS, "done"), List.of(0));
        CheckpointManifest running = checkpoint(vertex(1, GROUPS, "keyed"), List.of());
        CheckpointManifest both = CheckpointManifest.of(
                9, 0, "job", List.of(ended.vertices().get(0), running.vertices().get(0)), Map.of());
        Vertex chained = vertex(1, GROUPS, "done", "keyed");
        Redistribution redistribution = redistribution(both, false, chained);
        assertThatThrownBy(() -> redistribution.restore(chained, 0))
                .hasMessageContaining("name of done")
                .hasMessageContaining("name of keyed");
    }
}
