package dev.millrace.network.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.Element;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

final class RingTest {
    private static Batch batch(int size) {
        return new Batch(new Object[size], null, null, size);
    }

    @Test
    void behavesAsAQueueWithTwoBounds() {
        Check.forAll(Gen.integers(0, 5).list(0, 200), actions -> {
            Ring ring = new Ring(4, 20);
            Deque<Element> model = new ArrayDeque<>();
            for (int action : actions) {
                if (action >= 3) {
                    assertThat(ring.poll()).isSameAs(model.poll());
                } else {
                    boolean room = model.size() < 4 && records(model) < 20;
                    assertThat(ring.hasRoom()).isEqualTo(room);
                    if (room) {
                        Element element = action == 0 ? new Barrier(1, 1_000) : batch(action * 7);
                        ring.send(element);
                        model.add(element);
                    }
                }
            }
        });
    }

    private static int records(Deque<Element> elements) {
        return elements.stream()
                .mapToInt(element -> element instanceof Batch batch ? batch.size() : 0)
                .sum();
    }

    @Test
    void callsAProducerThatWaitsOnceThereIsAmpleRoom() {
        Ring ring = new Ring(4, 1000);
        for (int i = 0; i < 4; i++) {
            assertThat(ring.hasRoom()).isTrue();
            ring.send(new Barrier(i, 1_000));
        }
        assertThat(ring.hasRoom()).isFalse();
        ring.poll();
        assertThat(ring.takesWaitingProducer()).as("one free slot is not ample").isFalse();
        ring.poll();
        assertThat(ring.takesWaitingProducer()).isTrue();
        assertThat(ring.takesWaitingProducer()).as("it is called once").isFalse();
    }

    @Test
    void refusesToOverwrite() {
        Ring ring = new Ring(1, 10);
        ring.send(new Barrier(1, 1_000));
        assertThatThrownBy(() -> ring.send(new Barrier(2, 1_000)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ask hasRoom first");
    }
}
