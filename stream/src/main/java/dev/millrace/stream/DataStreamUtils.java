package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.type.TypeInformation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Further things to do with streams; the older form of methods that streams have of their own. */
@ModelApi
public final class DataStreamUtils {

    private DataStreamUtils() {}

    /** Runs the program and walks a stream's records. */
    public static <OUT> Iterator<OUT> collect(DataStream<OUT> stream) {
        return collect(stream, "Data Stream Collect");
    }

    /** Runs the program under a name and walks a stream's records. */
    public static <OUT> Iterator<OUT> collect(DataStream<OUT> stream, String executionJobName) {
        try {
            return stream.executeAndCollect(executionJobName);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the job '" + executionJobName + "' could not be started: " + e.getMessage(), e);
        }
    }

    /** Runs the program and returns all records of a stream that ends. */
    public static <E> List<E> collectBoundedStream(DataStream<E> stream, String jobName) throws Exception {
        List<E> all = new ArrayList<>();
        collect(stream, jobName).forEachRemaining(all::add);
        return all;
    }

    /** Runs the program and returns the first records of a stream that does not end. */
    public static <E> List<E> collectUnboundedStream(DataStream<E> stream, int limit, String jobName) throws Exception {
        return stream.executeAndCollect(jobName, limit);
    }

    /**
     * Takes a stream for keyed that is keyed already: each record lies in the instance that owns its key's group, as
     * behind a {@code keyBy} with the same keys, parallelism and max parallelism. A record elsewhere is an error.
     */
    public static <T, K> KeyedStream<T, K> reinterpretAsKeyedStream(
            DataStream<T> stream, KeySelector<T, K> keySelector) {
        return KeyedStream.reinterpreted(stream, keySelector);
    }

    /** Like {@link #reinterpretAsKeyedStream(DataStream, KeySelector)}, with keys of an explicit type. */
    public static <T, K> KeyedStream<T, K> reinterpretAsKeyedStream(
            DataStream<T> stream, KeySelector<T, K> keySelector, TypeInformation<K> typeInfo) {
        return reinterpretAsKeyedStream(stream, keySelector);
    }
}
