package dev.millrace.connectors.basic.socket;

import dev.millrace.connectors.basic.split.QueueEnumerator;
import dev.millrace.connectors.basic.split.SplitListSerializer;
import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import dev.millrace.core.type.ResultTypeQueryable;
import dev.millrace.core.type.TypeInformation;
import java.io.Serializable;
import java.util.List;

/**
 * The lines of text, in UTF-8, that a server sends; one reader reads them, whatever the parallelism. The source ends when
 * the server closes the connection and all retries are used up. What is lost in a failure cannot be read again: results
 * are not exactly once.
 */
public final class SocketTextSource
        implements Source<String, SocketSplit, List<SocketSplit>>, ResultTypeQueryable<String> {

    private static final long serialVersionUID = 1;

    private final Address address;

    /**
     * @param delimiter what ends a line; a carriage return before a newline belongs to the end
     * @param retriesMax how often to connect again, half a second after a connection was refused or closed; below 0 for ever
     */
    public SocketTextSource(String host, int port, String delimiter, long retriesMax) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("Port " + port + " is not between 1 and 65535");
        }
        if (delimiter.isEmpty()) {
            throw new IllegalArgumentException("The delimiter of the lines from " + host + ":" + port + " is empty");
        }
        this.address = new Address(host, port, delimiter, retriesMax);
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SplitEnumerator<SocketSplit, List<SocketSplit>> createEnumerator(
            SplitEnumeratorContext<SocketSplit> enumContext) {
        return restoreEnumerator(enumContext, List.of(new SocketSplit()));
    }

    @Override
    public SplitEnumerator<SocketSplit, List<SocketSplit>> restoreEnumerator(
            SplitEnumeratorContext<SocketSplit> enumContext, List<SocketSplit> checkpoint) {
        return new QueueEnumerator<>(enumContext, checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<SocketSplit> getSplitSerializer() {
        return new SocketSplit.Serializer();
    }

    @Override
    public SimpleVersionedSerializer<List<SocketSplit>> getEnumeratorCheckpointSerializer() {
        return new SplitListSerializer<>(getSplitSerializer());
    }

    @Override
    public SourceReader<String, SocketSplit> createReader(SourceReaderContext readerContext) {
        return new SocketReader(readerContext, address);
    }

    @Override
    public TypeInformation<String> getProducedType() {
        return TypeInformation.of(String.class);
    }

    /** Where the server is and how it is read. */
    record Address(String host, int port, String delimiter, long retriesMax) implements Serializable {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
