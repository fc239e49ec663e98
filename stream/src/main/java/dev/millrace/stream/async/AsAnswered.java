package dev.millrace.stream.async;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests that go on as they are answered, but never past a mark. */
final class AsAnswered<I, O> implements Pending<I, O> {

    /** What lies between two marks. */
    private static final class Stretch<I, O> {

        private final Set<Request<I, O>> open = new LinkedHashSet<>();
        private final Deque<Request<I, O>> answered = new ArrayDeque<>();
        private Mark end;
    }

    private final Deque<Stretch<I, O>> stretches = new ArrayDeque<>();
    private final Map<Request<I, O>, Stretch<I, O>> stretchOf = new HashMap<>();

    AsAnswered() {
        stretches.add(new Stretch<>());
    }

    @Override
    public void add(Request<I, O> request) {
        stretches.getLast().open.add(request);
        stretchOf.put(request, stretches.getLast());
    }

    @Override
    public void add(Mark mark) {
        stretches.getLast().end = mark;
        stretches.add(new Stretch<>());
    }

    @Override
    public void answered(Request<I, O> request) {
        Stretch<I, O> stretch = stretchOf.remove(request);
        stretch.open.remove(request);
        stretch.answered.add(request);
    }

    @Override
    public void release(Exit<I, O> exit) {
        while (true) {
            Stretch<I, O> first = stretches.getFirst();
            while (!first.answered.isEmpty()) {
                exit.go(first.answered.poll());
            }
            if (!first.open.isEmpty() || first.end == null) {
                return;
            }
            stretches.poll();
            exit.go(first.end);
        }
    }

    @Override
    public Iterable<Request<I, O>> requests() {
        List<Request<I, O>> requests = new ArrayList<>();
        for (Stretch<I, O> stretch : stretches) {
            requests.addAll(stretch.answered);
            requests.addAll(stretch.open);
        }
        return requests;
    }
}
