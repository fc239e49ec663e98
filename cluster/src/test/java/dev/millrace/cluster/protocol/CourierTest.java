package dev.millrace.cluster.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.cluster.protocol.ControlMessage.CancelJob;
import dev.millrace.core.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever the post does, what is said is heard once and in order. */
class CourierTest {

    private static final NodeId ALICE = new NodeId("alice", 1);
    private static final NodeId BOB = new NodeId("bob", 2);
    private static final int SEEDS = 100;

    private final List<Letter> letters = new ArrayList<>();
    private long nowMillis;

    private record Letter(NodeId from, NodeId to, ControlMessage message) {}

    private Courier courier(NodeId self) {
        Clock clock = new Clock() {
            @Override
            public long millis() {
                return nowMillis;
            }

            @Override
            public long nanos() {
                return nowMillis * 1_000_000;
            }
        };
        Post post = (to, message) -> letters.add(new Letter(self, to, message));
        return new Courier(new NodeContext(self, post, clock, new SplittableRandom(1), Runnable::run, Runnable::run));
    }

    @Test
    void lostRepeatedAndReorderedMessagesAreHeardOnceAndInOrder() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            letters.clear();
            Courier alice = courier(ALICE);
            Courier bob = courier(BOB);
            List<String> heardByBob = new ArrayList<>();
            List<String> heardByAlice = new ArrayList<>();
            int messages = random.nextInt(300);
            int said = 0;
            int steps = 0;
            while (said < messages || !alice.isQuiet() || !bob.isQuiet()) {
                assertThat(steps++).as("seed %d comes to an end", seed).isLessThan(200_000);
                if (said < messages && random.nextInt(3) > 0) {
                    alice.send(BOB, new CancelJob("a" + said));
                    bob.send(ALICE, new CancelJob("b" + said));
                    said++;
                }
                if (!letters.isEmpty() && random.nextInt(10) < 9) {
                    deliver(random, alice, heardByAlice, bob, heardByBob);
                }
                if (random.nextInt(20) == 0) {
                    nowMillis += random.nextInt(150);
                    alice.onTick(nowMillis);
                    bob.onTick(nowMillis);
                }
            }
            int all = said;
            assertThat(heardByBob)
                    .as("seed %d", seed)
                    .isEqualTo(IntStream.range(0, all).mapToObj(n -> "a" + n).toList());
            assertThat(heardByAlice)
                    .as("seed %d", seed)
                    .isEqualTo(IntStream.range(0, all).mapToObj(n -> "b" + n).toList());
        }
    }

    /** Loses a fifth, repeats a fifth, and picks any that is under way. */
    private void deliver(
            SplittableRandom random, Courier alice, List<String> heardByAlice, Courier bob, List<String> heardByBob) {
        int which = random.nextInt(letters.size());
        int fate = random.nextInt(5);
        Letter letter = fate == 0 ? letters.get(which) : letters.remove(which);
        if (fate == 1) {
            return;
        }
        Courier receiver = letter.to().equals(BOB) ? bob : alice;
        List<String> heard = letter.to().equals(BOB) ? heardByBob : heardByAlice;
        receiver.receive(letter.from(), letter.message()).forEach(body -> heard.add(((CancelJob) body).job()));
    }

    @Test
    void noMoreThanAWindowIsUnderWayToAPeerThatDoesNotAnswer() {
        Courier alice = courier(ALICE);
        for (int i = 0; i < 5_000; i++) {
            alice.send(BOB, new CancelJob("a" + i));
        }
        assertThat(letters).hasSize(Conversation.WINDOW_MESSAGES);
        Courier bob = courier(BOB);
        int heard = 0;
        while (!letters.isEmpty()) {
            Letter letter = letters.remove(0);
            Courier receiver = letter.to().equals(BOB) ? bob : alice;
            heard += receiver.receive(letter.from(), letter.message()).size();
            if (letters.isEmpty()) {
                bob.onTick(nowMillis);
            }
        }
        assertThat(heard).as("the others follow").isEqualTo(5_000);
    }

    @Test
    void whatIsOutsideTheConversationPassesAsItIs() {
        Courier alice = courier(ALICE);
        assertThat(alice.receive(BOB, new ControlMessage.Heartbeat())).containsExactly(new ControlMessage.Heartbeat());
    }
}
