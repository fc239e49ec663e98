package dev.millrace.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopsTest {

    /** A graph of vertices a, b, c... with edges like "ab"; those in capitals lead back. */
    private static JobGraph graph(String... edges) {
        List<Edge> made = new ArrayList<>();
        for (String edge : edges) {
            boolean back = Character.isUpperCase(edge.charAt(0));
            String small = edge.toLowerCase(java.util.Locale.ROOT);
            made.add(new Edge(
                    small.charAt(0) - 'a', 0, null, small.charAt(1) - 'a', 0, new Exchange.Rebalance(), 100, back));
        }
        return new JobGraph("loops", List.of(), made, null);
    }

    @Test
    void theBodyOfALoopIsWhatLiesBetweenItsHeadAndItsWayBack() {
        Loops loops = Loops.of(graph("ab", "bc", "cd", "CB", "ce"));
        assertThat(loops.around(0)).isEmpty();
        assertThat(loops.around(1)).containsExactly(1);
        assertThat(loops.around(2)).isEmpty();
        assertThat(loops.around(3)).containsExactly(1);
        assertThat(loops.isReturning(3, 1)).isTrue();
        assertThat(loops.isReturning(1, 1)).isFalse();
        assertThat(loops.hops(1)).isEqualTo(2);
    }

    @Test
    void anInnerLoopLiesInTheOuterOneAndNotTheOtherWayRound() {
        Loops loops = Loops.of(graph("ab", "bc", "cd", "DC", "de", "EB"));
        assertThat(loops.around(1)).containsExactly(1);
        assertThat(loops.around(2)).containsExactly(1, 2);
        assertThat(loops.around(3)).containsExactly(1, 2);
        assertThat(loops.around(4)).containsExactly(1);
        assertThat(loops.around(5)).containsExactly(1);
        assertThat(loops.hops(1)).isEqualTo(3);
        assertThat(loops.hops(2)).isEqualTo(2);
    }

    @Test
    void twoHeadsThatShareABodyAreTheOneInTheOther() {
        Loops loops = Loops.of(graph("ac", "bc", "CA", "CB"));
        assertThat(loops.around(0)).containsExactly(0);
        assertThat(loops.around(1)).containsExactly(0, 1);
        assertThat(loops.around(2)).containsExactly(0);
        assertThat(loops.around(3)).containsExactly(0, 1);
        assertThat(loops.isReturning(3, 0))
                .as("by it the second head hears of the first")
                .isFalse();
        assertThat(loops.isReturning(1, 0)).isTrue();
    }

    @Test
    void aVertexMayBeALoopByItself() {
        Loops loops = Loops.of(graph("ab", "BB", "bc"));
        assertThat(loops.around(1)).containsExactly(1);
        assertThat(loops.around(2)).isEmpty();
    }
}
