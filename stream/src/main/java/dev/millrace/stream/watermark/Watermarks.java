package dev.millrace.stream.watermark;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.option.ExecutionConfig;

/** Makes the factory of this room's operator. */
public final class Watermarks {

    private Watermarks() {}

    /**
     * An operator that gives records timestamps and watermarks by a strategy; watermarks from before are dropped, but for
     * the last one of all.
     *
     * @param config says how often the generator is asked; read when the job is submitted
     * @throws InvalidProgramException when the strategy is to be aligned with others, which only a source can be
     */
    public static <T> OperatorFactory<T, T> assign(WatermarkStrategy<T> strategy, ExecutionConfig config) {
        if (strategy.getAlignmentParameters() != null) {
            throw new InvalidProgramException("the watermarks of "
                    + strategy.getAlignmentParameters().watermarkGroup()
                    + " cannot be aligned here, because only a source can be held back;"
                    + " give the strategy to fromSource(...)");
        }
        return new Factory<>(strategy, config);
    }

    private record Factory<T>(WatermarkStrategy<T> strategy, ExecutionConfig config) implements OperatorFactory<T, T> {

        @Override
        public Operator<T, T> create() {
            return new WatermarkOperator<>(strategy, config.getAutoWatermarkInterval());
        }
    }
}
