package dev.millrace.examples;

import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.function.Collector;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.source.SourceFunction;
import dev.millrace.stream.window.EventTimeSessionWindows;
import dev.millrace.stream.window.ProcessWindowFunction;
import dev.millrace.stream.window.TimeWindow;
import java.time.Duration;
import java.util.List;

/** Groups the clicks of each user into visits: a visit ends when no click has come for a while. */
public final class SessionWindowing {

    private static final List<ExampleOption> OPTIONS = JobOptions.with(
            new ExampleOption("clicks", "N", "how many clicks to make up (default: 1000)"),
            new ExampleOption("gap", "DURATION", "how long a pause ends a visit (default: 30s)"));

    private static final int USERS = 5;
    private static final long LATE_MILLIS_MAX = 3_000;

    private SessionWindowing() {}

    /** A user clicked. */
    public record Click(String user, long timeMillis) {

        /** The click of a number; the same one whenever it is asked for. Users pause now and then. */
        static Click of(long number) {
            long user = number * 13 % USERS;
            long pause = number / 40 * (user + 1) * 20_000;
            return new Click("user " + user, number * 1_000 + pause - number * 31 % LATE_MILLIS_MAX);
        }
    }

    /** Some clicks of a user without a pause between them. */
    public record Visit(String user, long startMillis, long endMillis, long clicks) {}

    /** Emits clicks with their timestamps, and how far event time has come. */
    private static final class Clicks implements SourceFunction<Click> {

        private static final long serialVersionUID = 1;

        private final long count;
        private volatile boolean cancelled;

        Clicks(long count) {
            this.count = count;
        }

        @Override
        public void run(SourceContext<Click> ctx) {
            for (long number = 0; number < count && !cancelled; number++) {
                Click click = Click.of(number);
                ctx.collectWithTimestamp(click, click.timeMillis());
            }
            ctx.emitWatermark(new Watermark(Long.MAX_VALUE));
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    /** Counts the clicks of a visit. */
    private static final class Count extends ProcessWindowFunction<Click, Visit, String, TimeWindow> {

        private static final long serialVersionUID = 1;

        @Override
        public void process(String user, Context context, Iterable<Click> clicks, Collector<Visit> out) {
            long count = 0;
            for (Click ignored : clicks) {
                count++;
            }
            TimeWindow window = context.window();
            out.collect(new Visit(user, window.getStart(), window.getEnd(), count));
        }
    }

    public static void main(String[] args) throws Exception {
        if (ExampleOptions.printedHelp("session-windowing", OPTIONS, args)) {
            return;
        }
        ExampleOptions options = ExampleOptions.parse(OPTIONS, args);
        StreamExecutionEnvironment env = JobOptions.environment(options);
        Duration gap = options.duration("gap");

        env.addSource(new Clicks(options.number("clicks", 1_000, 0)), "clicks")
                .keyBy(Click::user)
                .window(EventTimeSessionWindows.withGap(gap == null ? Duration.ofSeconds(30) : gap))
                .process(new Count())
                .print()
                .setParallelism(1);

        env.execute("session-windowing");
    }
}
