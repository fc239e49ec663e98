package dev.millrace.verification.simulation;

import dev.millrace.core.function.OpenContext;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.async.ResultFuture;
import dev.millrace.stream.async.RichAsyncFunction;
import dev.millrace.testkit.outside.SimulatedExecutor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers with up to two results for each number: after failures that follow from the number, some twice, some never. */
final class Ask extends RichAsyncFunction<Tuple2<Long, String>, Tuple2<Long, String>> {
    static final String LATE = " late";

    private static final long serialVersionUID = 1;
    private static final int KINDS = 3;
    private static final int TWICE = 5;
    private static final int NEVER = 23;

    private final boolean timesOut;
    private final SimulatedExecutor outside;
    private transient Map<Long, Integer> attempts;

    /**
     * @param timesOut whether some numbers may be left without an answer
     */
    Ask(boolean timesOut, long delayMillisMax) {
        this.timesOut = timesOut;
        this.outside = new SimulatedExecutor(delayMillisMax);
    }

    static long results(long number) {
        return number % KINDS;
    }

    static boolean isNeverAnswered(long number) {
        return number % NEVER == 1;
    }

    @Override
    public void open(OpenContext context) {
        attempts = new HashMap<>();
    }

    @Override
    public void asyncInvoke(Tuple2<Long, String> tagged, ResultFuture<Tuple2<Long, String>> future) {
        long number = tagged.f0;
        if (timesOut && isNeverAnswered(number)) {
            return;
        }
        int attempt = attempts.merge(number, 1, Integer::sum);
        outside.execute(() -> {
            if (attempt <= number / KINDS % KINDS) {
                future.completeExceptionally(new IOException("no answer about " + number));
            } else {
                future.complete(answers(tagged));
            }
        });
        if (number % TWICE == 0) {
            outside.execute(() -> future.complete(answers(tagged)));
        }
    }

    private static List<Tuple2<Long, String>> answers(Tuple2<Long, String> tagged) {
        List<Tuple2<Long, String>> answers = new ArrayList<>();
        for (int result = 0; result < results(tagged.f0); result++) {
            answers.add(Tuple2.of(tagged.f0, tagged.f1 + " " + tagged.f0 + "." + result));
        }
        return answers;
    }

    @Override
    public void timeout(Tuple2<Long, String> tagged, ResultFuture<Tuple2<Long, String>> future) {
        future.complete(List.of(Tuple2.of(tagged.f0, tagged.f1 + " " + tagged.f0 + LATE)));
    }
}
