package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.plan.Step;
import dev.millrace.core.type.TypeHint;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.iteration.Iterations;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A stream into which records are led back from further down: the beginning of a loop, which {@link #closeWith} closes.
 *
 * <p>Event time comes into the loop, and leaves it, when the records before it have left; meanwhile new ones wait. The end
 * of the data does so too, after event time has come to its end. What operators emit while they {@code finish} goes on to
 * what reads the loop, but not round again.
 */
@ModelApi
public class IterativeStream<T> extends SingleOutputStreamOperator<T> {

    private IterativeStream(StreamExecutionEnvironment environment, Step step, TypeInformation<T> type) {
        super(environment, step, type);
    }

    static <T> IterativeStream<T> of(DataStream<T> stream) {
        StreamExecutionEnvironment environment = stream.getExecutionEnvironment();
        Step step = Step.operator("iterate", Iterations.head())
                .name("Iteration")
                .emitsFresh()
                .loopHead();
        stream.lanes().forEach(lane -> step.reads(lane.from(), lane.tag(), lane.exchange(), Iterations.INPUT));
        environment.program().add(step).parallelism(stream.getParallelism());
        return new IterativeStream<>(environment, step, stream.declaredType());
    }

    /**
     * Leads a stream back to the beginning of the loop. May be called several times, for several ways back.
     *
     * @param feedbackStream a stream made of this one; what it is not to lead back has to be filtered out of it
     * @return the feedback stream
     * @throws InvalidProgramException when the stream is not made of this one
     */
    public DataStream<T> closeWith(DataStream<T> feedbackStream) {
        return leadBack(feedbackStream, Iterations.INPUT);
    }

    private <F> DataStream<F> leadBack(DataStream<F> feedback, int input) {
        for (Lane lane : feedback.lanes()) {
            if (!isMadeOf(step(), lane.from(), Collections.newSetFromMap(new IdentityHashMap<>()))) {
                throw new InvalidProgramException("the feedback of '" + getName() + "' comes from '"
                        + lane.from().name()
                        + "', which does not read the loop; close a loop with a stream that is made"
                        + " of iterate()'s");
            }
            step().readsBack(lane.from(), lane.tag(), lane.exchange(), input);
        }
        return feedback;
    }

    private static boolean isMadeOf(Step head, Step step, Set<Step> visited) {
        return step == head
                || visited.add(step) && step.inputs().stream().anyMatch(input -> isMadeOf(head, input.from(), visited));
    }

    /** Says that what comes back has a type of its own; it is read beside this stream. */
    public <F> ConnectedIterativeStreams<T, F> withFeedbackType(Class<F> clazz) {
        return withFeedbackType(TypeInformation.of(clazz));
    }

    /** Says that what comes back has a type of its own; it is read beside this stream. */
    public <F> ConnectedIterativeStreams<T, F> withFeedbackType(TypeHint<F> typeHint) {
        return withFeedbackType(TypeInformation.of(typeHint));
    }

    /** Says that what comes back has a type of its own; it is read beside this stream. */
    public <F> ConnectedIterativeStreams<T, F> withFeedbackType(TypeInformation<F> feedbackType) {
        Lane lane = new Lane(step(), Iterations.feedback(), null);
        return new ConnectedIterativeStreams<>(
                this, new SideOutputDataStream<>(getExecutionEnvironment(), lane, feedbackType));
    }

    /** A stream and, beside it, the other sort of records that are led back to its loop. */
    @ModelApi
    public static class ConnectedIterativeStreams<I, F> extends ConnectedStreams<I, F> {

        private final IterativeStream<I> loop;

        ConnectedIterativeStreams(IterativeStream<I> loop, DataStream<F> feedback) {
            super(loop.getExecutionEnvironment(), loop, feedback);
            this.loop = loop;
        }

        /**
         * Leads a stream back to the beginning of the loop.
         *
         * @return the feedback stream
         * @throws InvalidProgramException when the stream is not made of these
         */
        public DataStream<F> closeWith(DataStream<F> feedbackStream) {
            return loop.leadBack(feedbackStream, Iterations.FEEDBACK);
        }
    }
}
