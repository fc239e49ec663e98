package dev.millrace.verification.model;

import dev.millrace.testkit.contract.Happening;
import dev.millrace.verification.model.Asking.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Requests in a row with the marks between them; what has no room yet stands before the door. */
final class RequestsModel {
    private static final long NEVER = Long.MAX_VALUE;

    private final Asking asking;
    private final Deque<Object> door = new ArrayDeque<>();
    private final List<Object> row = new ArrayList<>();
    private final Told told = new Told();
    private boolean idle;
    private long watermark = Long.MIN_VALUE;
    private long passed = Long.MIN_VALUE;
    private long said = Long.MIN_VALUE;
    private long clock;
    private int moment;
    private int answers;

    private static final class Request {
        private final Fact fact;
        private final long timestamp;
        private long deadline;
        private long again = NEVER;
        private int attempts;
        private boolean waits;
        private List<String> results;
        private int answered;

        Request(Fact fact, long timestamp) {
            this.fact = fact;
            this.timestamp = timestamp;
        }
    }

    private record Mark(long watermark) {}

    RequestsModel(Asking asking) {
        this.asking = asking;
    }

    Told told() {
        return told;
    }

    /** Whether nothing waits any more. */
    boolean isEmpty() {
        return door.isEmpty() && row.isEmpty();
    }

    /** Whether something stands before the door, so that no barrier can pass. */
    boolean isFull() {
        return !door.isEmpty();
    }

    void play(Happening happening) {
        moment++;
        boolean falls = happening instanceof Happening.Idle change && change.idle();
        if (happening.from() >= 0 && falls != idle) {
            idle = falls;
            door.add(new Mark(Long.MIN_VALUE));
        }
        if (happening instanceof Happening.Given given) {
            door.add(new Request((Fact) given.value(), given.timestamp()));
        } else if (happening instanceof Happening.Mark mark && mark.timestamp() > watermark) {
            watermark = mark.timestamp();
            door.add(new Mark(watermark));
        } else if (happening instanceof Happening.Tick tick) {
            clock += tick.millis();
            lookAtTheClock();
        }
        enter();
    }

    private void enter() {
        while (!door.isEmpty()) {
            if (door.peek() instanceof Mark mark) {
                row.add(mark);
                passed = Math.max(passed, mark.watermark);
                door.poll();
                release();
            } else if (requests().size() < asking.capacity()) {
                Request request = (Request) door.poll();
                row.add(request);
                begin(request);
            } else {
                return;
            }
        }
    }

    private void begin(Request request) {
        request.deadline = asking.timeoutMillis() == 0 ? NEVER : clock + asking.timeoutMillis();
        request.again = NEVER;
        request.attempts = 1;
        request.waits = true;
        request.results = null;
    }

    private List<Request> requests() {
        return row.stream()
                .filter(Request.class::isInstance)
                .map(Request.class::cast)
                .toList();
    }

    void answer(int number, Answer answer) {
        requests().stream()
                .filter(request -> request.fact.number() == number && request.waits)
                .forEach(request -> answer(request, answer));
        enter();
    }

    /** All answers come before anything that waits before the door. */
    void answerAll() {
        requests().stream().filter(request -> request.waits).forEach(request -> answer(request, Answer.ONE));
        enter();
    }

    private void answer(Request request, Answer answer) {
        request.waits = false;
        if (request.results != null) {
            return;
        }
        boolean fails = answer == Answer.ERROR || answer == Answer.NONE;
        if (fails && request.attempts <= asking.retriesMax()) {
            request.again = clock + Asking.RETRY_MILLIS;
        } else {
            done(request, Asking.results(request.fact, answer));
        }
    }

    private void done(Request request, List<String> results) {
        request.results = results;
        request.answered = answers++;
        release();
    }

    private void lookAtTheClock() {
        for (Request due = due(); due != null; due = due()) {
            if (due.again < due.deadline) {
                due.again = NEVER;
                due.attempts++;
                due.waits = true;
            } else {
                done(due, List.of(due.fact + " " + Asking.LATE));
            }
        }
    }

    private Request due() {
        return requests().stream()
                .filter(request -> request.results == null && Math.min(request.again, request.deadline) <= clock)
                .min(Comparator.comparingLong(request -> Math.min(request.again, request.deadline)))
                .orElse(null);
    }

    /** Lets go what may: in order the first ones that have their results, else all before the first mark that do. */
    private void release() {
        while (!row.isEmpty()) {
            if (row.get(0) instanceof Mark mark) {
                row.remove(0);
                say(mark);
                continue;
            }
            List<Request> first = new ArrayList<>();
            for (Object each : row) {
                if (!(each instanceof Request request) || asking.ordered() && request.results == null) {
                    break;
                } else if (request.results != null) {
                    first.add(request);
                }
            }
            if (first.isEmpty()) {
                return;
            }
            if (!asking.ordered()) {
                first.sort(Comparator.comparingInt(request -> request.answered));
            }
            first.forEach(this::go);
        }
    }

    private void go(Request request) {
        row.remove(request);
        request.results.forEach(result -> told.add(moment, result, request.timestamp));
    }

    private void say(Mark mark) {
        if (mark.watermark > said) {
            said = mark.watermark;
            told.addWatermark(moment, said);
        }
    }

    /** The run goes on from a snapshot: all that has not gone is asked anew, before the event time that had come. */
    void restart() {
        List<Request> requests = requests();
        row.clear();
        row.addAll(requests);
        requests.forEach(this::begin);
        if (passed > Long.MIN_VALUE || idle) {
            row.add(new Mark(passed));
        }
        release();
    }
}
