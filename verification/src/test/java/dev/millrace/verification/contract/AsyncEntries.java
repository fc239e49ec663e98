package dev.millrace.verification.contract;

import dev.millrace.core.function.OpenContext;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.AsyncDataStream;
import dev.millrace.stream.async.ResultFuture;
import dev.millrace.stream.async.RichAsyncFunction;
import dev.millrace.testkit.contract.Happening;
import dev.millrace.testkit.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Requests that are answered later, now and then all that wait, the newest first. */
final class AsyncEntries {
    private static final int ANSWERS_EVERY = 4;
    private static final int CAPACITY = 50;

    private AsyncEntries() {}

    static List<Entry> all() {
        List<Happening> script = new ArrayList<>();
        for (Happening happening : Scripts.inTime(1, 24)) {
            script.add(happening);
            if (script.size() % ANSWERS_EVERY == 0) {
                script.add(
                        new Happening.Outside("answers", () -> Requests.here().answer()));
            }
        }
        script.add(new Happening.End(0));
        script.add(new Happening.Outside("last answers", () -> Requests.here().answer()));
        script.add(new Happening.Tick(2));
        return List.of(
                Entry.of(
                        "requests in order",
                        script,
                        board -> board.result(AsyncDataStream.orderedWait(
                                board.<Tuple2<String, Integer>>input(0),
                                new Asks(),
                                1_000,
                                TimeUnit.SECONDS,
                                CAPACITY))),
                Entry.of(
                                "requests as answered",
                                script,
                                board -> board.result(AsyncDataStream.unorderedWait(
                                        board.<Tuple2<String, Integer>>input(0),
                                        new Asks(),
                                        1_000,
                                        TimeUnit.SECONDS,
                                        CAPACITY)))
                        .unordered());
    }

    /** What has been asked and not been answered in a world. */
    private static final class Requests {
        private final TreeMap<Integer, Request> open = new TreeMap<>();

        private record Request(int instance, ResultFuture<String> future) {}

        static Requests here() {
            return World.current().shared(Requests.class, Requests::new);
        }

        /** An instance begins anew: nobody waits any more for what its former life had asked. */
        void forget(int instance, int instances) {
            open.values().removeIf(request -> request.instance == instance || request.instance >= instances);
        }

        void answer() {
            new TreeMap<>(open).descendingMap().forEach((number, request) -> {
                open.remove(number);
                request.future.complete(List.of("answer " + number));
            });
        }
    }

    private static final class Asks extends RichAsyncFunction<Tuple2<String, Integer>, String> {
        private static final long serialVersionUID = 1;

        @Override
        public void open(OpenContext context) {
            Requests.here()
                    .forget(
                            getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(),
                            getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks());
        }

        @Override
        public void asyncInvoke(Tuple2<String, Integer> pair, ResultFuture<String> future) {
            int instance = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
            Requests.here().open.put(pair.f1, new Requests.Request(instance, future));
        }
    }
}
