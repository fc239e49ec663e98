package dev.millrace.stream.iteration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.IterativeStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Loops compute what plain loops compute, and end. */
@Timeout(60)
final class LoopsTest {

    private static List<Long> collected(DataStream<Long> stream) throws Exception {
        List<Long> all = new ArrayList<>();
        stream.executeAndCollect().forEachRemaining(all::add);
        return all;
    }

    @Test
    void aRecordGoesRoundUntilItIsDone() throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(2);
        IterativeStream<Tuple2<Long, Long>> loop =
                environment.fromSequence(1, 1000).map(n -> Tuple2.of(n, n)).iterate();
        DataStream<Tuple2<Long, Long>> less = loop.keyBy(t -> t.f0).map(t -> Tuple2.of(t.f0, t.f1 - 7));
        loop.closeWith(less.filter(t -> t.f1 > 0));
        List<Long> results = collected(less.filter(t -> t.f1 <= 0).map(t -> t.f0));
        assertThat(results).hasSize(1000).doesNotHaveDuplicates();
    }
}
