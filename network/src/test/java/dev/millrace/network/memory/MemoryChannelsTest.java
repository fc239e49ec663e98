package dev.millrace.network.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Element;
import dev.millrace.network.Channel;
import dev.millrace.network.ChannelId;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

final class MemoryChannelsTest {
    private static final ChannelId ID = new ChannelId("job", 0, 0, 0, 0);

    @Test
    void bothEndsMeetInAnyOrderAndAreForgottenTogether() {
        MemoryChannels channels = new MemoryChannels();
        Channel.Sender sender = channels.sender(ID, () -> {});
        assertThat(sender.hasRoom()).isTrue();
        sender.send(new Barrier(1, 1_000));
        Channel.Receiver receiver = channels.receiver(ID, () -> {});
        assertThat(receiver.poll()).isEqualTo(new Barrier(1, 1_000));
        sender.close();
        assertThat(channels.size()).isEqualTo(1);
        receiver.close();
        assertThat(channels.size()).isZero();
    }

    @Test
    void aChannelWhoseReaderIsDoneHasRoomForEverything() {
        MemoryChannels channels = new MemoryChannels();
        Channel.Sender sender = channels.sender(ID, () -> {});
        channels.receiver(ID, () -> {}).close();
        for (int i = 1; i <= 10_000; i++) {
            assertThat(sender.hasRoom()).as("for barrier " + i).isTrue();
            sender.send(new Barrier(i, 0));
        }
    }

    @Test
    void aJobThatHasGoneLeavesNothing() {
        MemoryChannels channels = new MemoryChannels();
        channels.sender(ID, () -> {});
        channels.sender(new ChannelId("other", 0, 0, 0, 0), () -> {});
        channels.forget("job");
        assertThat(channels.size()).isEqualTo(1);
    }

    @Test
    void twoThreadsThatSleepWhenThereIsNothingToDoLoseNoWakeUp() throws InterruptedException {
        int elements = 200_000;
        MemoryChannels channels = new MemoryChannels();
        Semaphore room = new Semaphore(0);
        Semaphore data = new Semaphore(0);
        Channel.Sender sender = channels.sender(ID, room::release);
        Channel.Receiver receiver = channels.receiver(ID, data::release);
        Thread producer = new Thread(() -> {
            for (int i = 0; i < elements; i++) {
                while (!sender.hasRoom()) {
                    room.acquireUninterruptibly();
                }
                sender.send(new Barrier(i, 1_000));
            }
        });
        producer.start();
        for (int i = 0; i < elements; i++) {
            Element element = receiver.poll();
            while (element == null) {
                data.acquireUninterruptibly();
                element = receiver.poll();
            }
            assertThat(((Barrier) element).checkpointId()).isEqualTo(i);
        }
        producer.join();
    }
}
