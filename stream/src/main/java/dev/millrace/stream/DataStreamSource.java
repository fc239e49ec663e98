package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.plan.Step;
import dev.millrace.core.type.TypeInformation;

/** The stream of a source's records. */
@ModelApi
public class DataStreamSource<T> extends SingleOutputStreamOperator<T> {

    private boolean alone;

    DataStreamSource(StreamExecutionEnvironment environment, Step step, TypeInformation<T> type) {
        super(environment, step, type);
    }

    /** One instance, and never more. */
    DataStreamSource<T> alone() {
        forceNonParallel();
        alone = true;
        return this;
    }

    @Override
    public DataStreamSource<T> setParallelism(int parallelism) {
        if (alone && parallelism != 1) {
            throw new IllegalArgumentException("the source '" + getName() + "' runs in one instance, not in "
                    + parallelism + "; implement ParallelSourceFunction to run it in several");
        }
        super.setParallelism(parallelism);
        return this;
    }
}
