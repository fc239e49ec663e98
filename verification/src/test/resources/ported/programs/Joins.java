package programs;

import java.util.Arrays;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.CoGroupFunction;
import org.apache.flink.api.common.functions.JoinFunction;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.ProcessJoinFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.time.Time;
import org.apache.flink.util.Collector;

/** Two streams of plain objects, joined in windows, grouped in windows, and joined by intervals. */
public class Joins {

    /** An event of a name at a time; fields and accessors, as such objects had to have. */
    public static class Event {
        public long time;
        private String name;

        public Event() {}

        Event(String name, long time) {
            this.name = name;
            this.time = time;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    private static class Name implements KeySelector<Event, String> {
        @Override
        public String getKey(Event event) {
            return event.getName();
        }
    }

    public static void main(String[] args) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(1);
        DataStream<Event> clicks = events(env, new Event("ann", 1), new Event("bob", 3), new Event("ann", 12));
        DataStream<Event> buys = events(env, new Event("ann", 2), new Event("bob", 14), new Event("ann", 15));

        clicks.join(buys)
                .where(new Name())
                .equalTo(new Name())
                .window(TumblingEventTimeWindows.of(Time.milliseconds(10)))
                .apply(new JoinFunction<Event, Event, String>() {
                    @Override
                    public String join(Event click, Event buy) {
                        return "join " + click.getName() + " " + click.time + " " + buy.time;
                    }
                })
                .addSink(new Results<>());
        clicks.coGroup(buys)
                .where(new Name())
                .equalTo(new Name())
                .window(TumblingEventTimeWindows.of(Time.milliseconds(10)))
                .apply((CoGroupFunction<Event, Event, String>) Joins::counts)
                .addSink(new Results<>());
        clicks.keyBy(Event::getName)
                .intervalJoin(buys.keyBy(Event::getName))
                .between(Time.milliseconds(0), Time.milliseconds(3))
                .upperBoundExclusive()
                .process(new ProcessJoinFunction<Event, Event, String>() {
                    @Override
                    public void processElement(Event click, Event buy, Context context, Collector<String> out) {
                        out.collect("near " + click.getName() + " " + context.getTimestamp());
                    }
                })
                .addSink(new Results<>());
        env.execute();
    }

    private static void counts(Iterable<Event> clicks, Iterable<Event> buys, Collector<String> out) {
        long left = 0;
        long right = 0;
        for (Event click : clicks) {
            left += click.time;
        }
        for (Event buy : buys) {
            right += buy.time;
        }
        out.collect("group " + left + " " + right);
    }

    private static DataStream<Event> events(StreamExecutionEnvironment env, Event... events) {
        return env.fromCollection(Arrays.asList(events))
                .assignTimestampsAndWatermarks(WatermarkStrategy.<Event>forMonotonousTimestamps()
                        .withTimestampAssigner((event, recorded) -> event.time));
    }
}
