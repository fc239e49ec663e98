package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.plan.Step;
import dev.millrace.core.type.TypeInformation;

/** The stream of a source's records. */
@ModelApi
public class DataStreamSource<T> extends SingleOutputStreamOperator<T> {

    DataStreamSource(StreamExecutionEnvironment environment, Step step, TypeInformation<T> type) {
        super(environment, step, type);
    }

    @Override
    public DataStreamSource<T> setParallelism(int parallelism) {
        super.setParallelism(parallelism);
        return this;
    }
}
