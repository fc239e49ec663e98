package dev.millrace.runtime.loop;

import static dev.millrace.runtime.loop.HeadAlone.back;
import static dev.millrace.runtime.loop.HeadAlone.batch;
import static dev.millrace.runtime.loop.HeadAlone.outside;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.Element;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.element.Idleness;
import dev.millrace.core.element.LoopMark;
import dev.millrace.core.element.LoopMark.Reason;
import dev.millrace.core.element.LoopMark.Round;
import dev.millrace.core.element.Watermark;
import dev.millrace.runtime.pipeline.MemoryFiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The head of a loop keeps event time and the end outside until the loop is quiet, and logs what comes round. */
class LoopHeadTest {
    private final MemoryFiles files = new MemoryFiles();
    private final HeadAlone head = new HeadAlone(files).deploy(null);

    /** Lets rounds come back until the head begins none any more; answers all else that the body has read. */
    private List<Element> goRound(boolean quiet) {
        List<Element> others = new ArrayList<>();
        for (int left = 100; left > 0; left--) {
            List<Element> read = head.read();
            if (read.isEmpty()) {
                return others;
            }
            for (Element element : read) {
                if (element instanceof Round round) {
                    Round returned = new Round(
                            round.loop(),
                            round.round(),
                            quiet ? round.quiet() : 0,
                            round.openRound(),
                            round.eventTime(),
                            round.endRound(),
                            round.holding());
                    head.give(back(0), returned);
                    head.give(back(1), returned);
                } else if (!(element instanceof LoopMark)) {
                    others.add(element);
                }
            }
        }
        return others;
    }

    @Test
    void aWatermarkComesInWhenTheLoopIsQuiet() {
        head.give(outside(0), new Watermark(7)).give(outside(1), new Watermark(5));
        assertThat(head.read()).first().isEqualTo(new LoopMark.Call(HeadAlone.LOOP, Reason.ROUNDS, 1));
        head.give(back(0), new Round(HeadAlone.LOOP, 1, 0, 1, 5, LoopMark.NEVER, true));
        assertThat(head.read()).as("one lane has not returned").isEmpty();
        head.give(back(1), new Round(HeadAlone.LOOP, 1, 0, 1, 5, LoopMark.NEVER, true));
        assertThat(goRound(true)).containsExactly(new Watermark(5));
    }

    @Test
    void aWatermarkStaysOutsideWhileTheLoopIsNotQuiet() {
        head.give(outside(0), new Watermark(5)).give(outside(1), new Watermark(5));
        assertThat(goRound(false)).isEmpty();
    }

    @Test
    void recordsWaitOutsideMeanwhileButNotForEver() {
        head.give(outside(0), new Watermark(5)).give(outside(1), new Watermark(5));
        head.give(outside(0), batch("new")).give(back(0), batch("old"));
        assertThat(head.records).containsExactly("old");
        for (int tens = 0; tens < 12; tens++) {
            goRound(false);
        }
        assertThat(head.records).containsExactly("old", "new");
    }

    @Test
    void aHeadIsIdleWhenItsInputsAreAndTheLoopIsQuietAndNotWhileRecordsComeRound() {
        head.give(outside(0), Idleness.IDLE).give(outside(1), Idleness.IDLE);
        assertThat(goRound(true)).containsExactly(Idleness.IDLE);
        head.give(back(0), batch("old"));
        assertThat(goRound(true)).hasSize(3).startsWith(Idleness.ACTIVE).endsWith(Idleness.IDLE);
    }

    @Test
    void recordsThatComeRoundGoFirst() {
        head.hub.put(outside(0), batch("new"));
        head.hub.put(back(0), batch("old"));
        head.hub.put(back(1), batch("older"));
        head.run();
        assertThat(head.records).containsExactly("old", "older", "new");
    }

    @Test
    void theEndComesInAfterEventTimeHas() {
        head.give(outside(0), EndOfData.DRAIN).give(outside(1), batch("x"), EndOfData.DRAIN);
        head.read().stream().filter(Batch.class::isInstance).forEach(read -> head.give(back(1), read));
        assertThat(head.records).containsExactly("x", "x");
        assertThat(head.log).isEmpty();
        head.give(back(0), new Round(HeadAlone.LOOP, 1, 0, 0, Long.MAX_VALUE, LoopMark.NEVER, true));
        head.give(back(1), new Round(HeadAlone.LOOP, 1, 0, 0, Long.MAX_VALUE, LoopMark.NEVER, true));
        List<Element> others = goRound(true);
        assertThat(others.stream().filter(element -> !(element instanceof Batch)))
                .containsExactly(Watermark.MAX, EndOfData.DRAIN);
        assertThat(head.log).containsExactly("ended");
    }

    @Test
    void aLoopThatHasEndedIsNotStoppedAnyMore() {
        theEndComesInAfterEventTimeHas();
        head.control().endInput(EndOfData.SUSPEND);
        head.run();
        assertThat(head.read()).as("said behind the end of the data").isEmpty();
    }

    @Test
    void whatComesBackBeforeTheBarrierIsPartOfTheCheckpointAndComesFirstAfterARestore() {
        head.give(back(0), batch("before"));
        head.give(outside(0), new Barrier(1, 0)).give(outside(1), new Barrier(1, 0));
        head.give(back(0), batch("a", "b"), new Barrier(1, 0), batch("after"));
        assertThat(head.log).as("a lane has not returned its barrier").isEmpty();
        head.give(back(1), batch("c"), new Barrier(1, 0));
        assertThat(head.log).containsExactly("snapshot 1");
        assertThat(head.records).containsExactly("before", "a", "b", "after", "c");

        HeadAlone again = new HeadAlone(files);
        again.hub.put(outside(0), batch("new"));
        again.deploy(head.restore(1));
        assertThat(again.records).containsExactly("a", "b", "c", "new");
    }

    @Test
    void aLaneWhoseBarrierComesBeforeTheHeadsOwnIsHeld() {
        head.give(outside(0), new Barrier(1, 0));
        head.give(back(0), new Barrier(1, 0), batch("of the next"));
        assertThat(head.records).isEmpty();
        head.give(outside(1), batch("x"), new Barrier(1, 0));
        assertThat(head.records).containsExactly("x", "of the next");
        head.give(back(1), batch("logged"), new Barrier(1, 0));
        HeadAlone again = new HeadAlone(files).deploy(head.restore(1));
        assertThat(again.records).containsExactly("logged");
    }

    @Test
    void anAbortedCheckpointIsForgottenAndTheNextOneIsWhole() {
        head.give(outside(0), new Barrier(1, 0)).give(outside(1), new Barrier(1, 0));
        head.give(back(0), batch("a"));
        head.control().checkpointAborted(1);
        head.give(outside(0), new Barrier(2, 0)).give(outside(1), new Barrier(2, 0));
        head.give(back(0), new Barrier(1, 0), batch("b"), new Barrier(2, 0));
        head.give(back(1), new Barrier(2, 0));
        assertThat(head.log).containsExactly("snapshot 2");
        HeadAlone again = new HeadAlone(files).deploy(head.restore(2));
        assertThat(again.records).containsExactly("b");
    }

    @Test
    void aSuspendedHeadKeepsWhatComesRoundForTheLastCheckpoint() {
        head.give(outside(0), EndOfData.SUSPEND).give(outside(1), EndOfData.SUSPEND);
        assertThat(head.read())
                .containsExactly(new LoopMark.Call(HeadAlone.LOOP, Reason.SUSPEND, 1), EndOfData.SUSPEND);
        head.give(back(0), batch("a"), EndOfData.SUSPEND);
        head.give(outside(0), new Barrier(1, 0)).give(outside(1), new Barrier(1, 0));
        head.give(back(0), new Barrier(1, 0)).give(back(1), batch("b"), EndOfData.SUSPEND, new Barrier(1, 0));
        assertThat(head.records).isEmpty();
        assertThat(head.log).containsExactly("ended", "snapshot 1");
        HeadAlone again = new HeadAlone(files).deploy(head.restore(1));
        assertThat(again.records).containsExactly("a", "b");
    }
}
