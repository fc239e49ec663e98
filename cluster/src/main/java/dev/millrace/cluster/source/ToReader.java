package dev.millrace.cluster.source;

import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.runtime.TaskId;
import java.util.List;

/** What an enumerator says to one of its readers; it becomes a message when it is numbered. */
sealed interface ToReader {

    ControlMessage numbered(TaskId reader, long epoch, long sequence);

    record Splits(List<byte[]> splits) implements ToReader {
        @Override
        public ControlMessage numbered(TaskId reader, long epoch, long sequence) {
            return new ControlMessage.AssignSplits(reader, epoch, sequence, splits);
        }
    }

    record NoMore() implements ToReader {
        @Override
        public ControlMessage numbered(TaskId reader, long epoch, long sequence) {
            return new ControlMessage.NoMoreSplits(reader, epoch, sequence);
        }
    }

    record Event(byte[] event) implements ToReader {
        @Override
        public ControlMessage numbered(TaskId reader, long epoch, long sequence) {
            return new ControlMessage.ReaderEvent(reader, epoch, sequence, event);
        }
    }
}
