package dev.millrace.cluster.manager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.cluster.protocol.NodeId;
import org.junit.jupiter.api.Test;

class ResourceManagerTest {

    private static final NodeId ONE = new NodeId("one", 1);
    private static final NodeId TWO = new NodeId("two", 2);

    private final ResourceManager resources = new ResourceManager();

    @Test
    void slotsAreSpreadOverTaskManagers() {
        resources.registered(ONE, 3, 0);
        resources.registered(TWO, 3, 0);
        NodeId[] places = new NodeId[4];
        assertThat(resources.fill("job", places)).isTrue();
        assertThat(places).containsExactly(ONE, TWO, ONE, TWO);
    }

    @Test
    void tooFewSlotsChangeNothing() {
        resources.registered(ONE, 3, 0);
        NodeId[] places = new NodeId[4];
        assertThat(resources.fill("job", places)).isFalse();
        assertThat(places).containsOnlyNulls();
        assertThat(resources.offer()).isEqualTo("3 free of 3 on 1 task managers");
    }

    @Test
    void slotsComeBack() {
        resources.registered(ONE, 2, 0);
        assertThat(resources.fill("first", new NodeId[2])).isTrue();
        assertThat(resources.fill("second", new NodeId[1])).isFalse();
        resources.release("first");
        assertThat(resources.fill("second", new NodeId[1])).isTrue();
    }

    @Test
    void aSilentTaskManagerIsLostWithItsSlots() {
        resources.registered(ONE, 2, 0);
        resources.registered(TWO, 2, 0);
        NodeId[] places = new NodeId[2];
        resources.fill("job", places);
        for (long now = 500; now < Silence.LIMIT_MILLIS; now += 500) {
            resources.heard(TWO);
            assertThat(resources.lost(now)).isEmpty();
        }
        assertThat(resources.lost(Silence.LIMIT_MILLIS)).containsExactly(ONE);
        places[0] = null;
        assertThat(resources.fill("job", places)).isTrue();
        assertThat(places).containsExactly(TWO, TWO);
        resources.release("job");
        assertThat(resources.offer()).isEqualTo("2 free of 2 on 1 task managers");
    }

    @Test
    void aNodeThatSleptDoesNotTakeTheOthersForDead() {
        resources.registered(ONE, 2, 0);
        assertThat(resources.lost(10 * Silence.LIMIT_MILLIS)).isEmpty();
    }
}
