package dev.millrace.examples;

import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.ProcessFunction;
import java.util.List;

/** Adds up the numbers among some words; what is no number goes to a stream of its own, and is printed as such. */
public final class SideOutput {

    private static final OutputTag<String> NO_NUMBERS = new OutputTag<>("no numbers") {};

    private static final List<ExampleOption> OPTIONS =
            JobOptions.with(new ExampleOption("words", "WORD,WORD...", "what to read (default: 1,two,3,4,five)"));

    private SideOutput() {}

    public static void main(String[] args) throws Exception {
        if (ExampleOptions.printedHelp("side-output", OPTIONS, args)) {
            return;
        }
        ExampleOptions options = ExampleOptions.parse(OPTIONS, args);
        StreamExecutionEnvironment env = JobOptions.environment(options);

        SingleOutputStreamOperator<Long> numbers = env.fromData(
                        List.of(options.text("words", "1,two,3,4,five").split(",")))
                .process(new Numbers());
        numbers.keyBy(number -> "all").reduce(Long::sum).print("sum").setParallelism(1);
        numbers.getSideOutput(NO_NUMBERS).print("no number").setParallelism(1);

        env.execute("side-output");
    }

    /** Reads numbers. */
    private static final class Numbers extends ProcessFunction<String, Long> {

        private static final long serialVersionUID = 1;

        @Override
        public void processElement(String word, Context context, Collector<Long> out) {
            try {
                out.collect(Long.parseLong(word));
            } catch (NumberFormatException e) {
                context.output(NO_NUMBERS, word);
            }
        }
    }
}
