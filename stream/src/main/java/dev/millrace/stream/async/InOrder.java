package dev.millrace.stream.async;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Requests that go on in the order of their records. */
final class InOrder<I, O> implements Pending<I, O> {

    private sealed interface Item<I, O> {}

    private record Asked<I, O>(Request<I, O> request) implements Item<I, O> {}

    private record Between<I, O>(Mark mark) implements Item<I, O> {}

    private final Deque<Item<I, O>> items = new ArrayDeque<>();

    @Override
    public void add(Request<I, O> request) {
        items.add(new Asked<>(request));
    }

    @Override
    public void add(Mark mark) {
        items.add(new Between<>(mark));
    }

    @Override
    public void answered(Request<I, O> request) {
        // the first in the row says when it goes on
    }

    @Override
    public void release(Exit<I, O> exit) {
        while (!items.isEmpty()) {
            if (items.peek() instanceof Asked<I, O> asked) {
                if (!asked.request().isDone()) {
                    return;
                }
                items.poll();
                exit.go(asked.request());
            } else if (items.poll() instanceof Between<I, O> between) {
                exit.go(between.mark());
            }
        }
    }

    @Override
    public Iterable<Request<I, O>> requests() {
        List<Request<I, O>> requests = new ArrayList<>();
        for (Item<I, O> item : items) {
            if (item instanceof Asked<I, O> asked) {
                requests.add(asked.request());
            }
        }
        return requests;
    }
}
