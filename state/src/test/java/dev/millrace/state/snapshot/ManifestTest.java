package dev.millrace.state.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.state.KeyGroupRange;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ManifestTest {

    private static CheckpointManifest manifest() {
        OperatorPart part =
                new OperatorPart("op", new KeyGroupRange(0, 63), List.of(new NamedList("offsets", ListKind.UNION, 2)));
        VertexSnapshot vertex = new VertexSnapshot(
                "v",
                "source -> count",
                List.of(
                        new VertexSnapshot.OperatorName("src", "source"),
                        new VertexSnapshot.OperatorName("op", "count")),
                128,
                List.of(new TaskSnapshot("part-v-0-1", 1234, List.of(part)), InstanceSnapshot.Finished.FINISHED));
        return new CheckpointManifest(
                5,
                1_700_000_000_000L,
                "wörter",
                List.of(vertex),
                new TreeMap<>(Map.of("src", new byte[] {1, 2, 3})),
                new TreeMap<>(Map.of("kind", "checkpoint")));
    }

    @Test
    void aManifestComesBackAsItWas() throws Exception {
        byte[] bytes = ManifestFormat.encode(manifest());
        CheckpointManifest read = ManifestFormat.decode(bytes, "file");
        assertThat(ManifestFormat.encode(read)).isEqualTo(bytes);
        assertThat(read.vertices()).isEqualTo(manifest().vertices());
        assertThat(read.jobName()).isEqualTo("wörter");
        assertThat(read.enumerators().get("src")).containsExactly(1, 2, 3);
        assertThat(read.properties()).containsEntry("kind", "checkpoint");
    }

    @Test
    void aByteThatChangesAnywhereIsNoticed() {
        byte[] good = ManifestFormat.encode(manifest());
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            assertThatThrownBy(() -> ManifestFormat.decode(bad, "the file"))
                    .as("byte %d", i)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the file");
        }
    }

    @Test
    void aManifestThatIsCutOffAnywhereIsNoticed() {
        byte[] good = ManifestFormat.encode(manifest());
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThatThrownBy(() -> ManifestFormat.decode(cut, "the file"))
                    .as("%d bytes", length)
                    .isInstanceOf(DamagedCheckpointException.class);
        }
    }

    @Test
    void aManifestOfALaterFormatIsRefusedWithBothVersions() {
        byte[] later = ManifestFormat.encode(manifest());
        later[7] = 9;
        assertThatThrownBy(() -> ManifestFormat.decode(later, "the file"))
                .hasMessageContaining("format 9")
                .hasMessageContaining("format 1");
    }

    @Test
    void theBytesOfAManifestAreFixed() {
        assertThat(HexFormat.of().formatHex(ManifestFormat.encode(manifest())))
                .isEqualTo(
                        "4d4c524d000000010000008300000000000000050000018bcfe568000c77f6727465720102761e736f75726365202d3e"
                                + "20636f756e74800102067372630c736f75726365046f700a636f756e74020114706172742d762d302d31000000000000"
                                + "04d201046f7001003f010e6f66667365747301020001067372630301020301086b696e6414636865636b706f696e741f"
                                + "93bd21");
    }
}
