package dev.millrace.testkit.law;

import dev.millrace.core.element.Batch;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.testkit.world.World;
import java.util.List;

/**
 * What one operator is told: everything between its open and its close, one call at a time, watermarks that rise, barriers
 * that rise, no record after its end, and only keys of its own.
 */
final class OperatorLaws {
    private enum Stage {
        MADE,
        OPENED,
        FINISHED,
        CLOSED
    }

    private final String operatorId;
    private final String name;
    private final List<KeySelector<?, ?>> keys;
    private Stage stage = Stage.MADE;
    private long watermark = Long.MIN_VALUE;
    private long barrier = -1;
    private OperatorContext context;
    private String instance;
    private Actors.Actor actor;
    private KeyGroupRange own;

    OperatorLaws(String operatorId, String name, List<KeySelector<?, ?>> keys) {
        this.operatorId = operatorId;
        this.name = name;
        this.keys = keys;
    }

    void before(String call, Object[] arguments) throws Exception {
        switch (call) {
            case "open" -> open((OperatorContext) arguments[0]);
            case "onRecord" -> record((Integer) arguments[0], arguments[1]);
            case "onBatch" -> batch((Integer) arguments[0], (Batch) arguments[1], arguments);
            case "onWatermark" -> {
                requireOpened(call);
                long next = (Long) arguments[0];
                require(next > watermark, "watermark " + next + " came after " + watermark);
                watermark = next;
                interfere();
            }
            case "onTimer", "finish" -> {
                requireOpened(call);
                interfere();
            }
            case "beforeBarrier" -> {
                require(stage == Stage.OPENED || stage == Stage.FINISHED, "a barrier came when it was " + stage);
                interfere();
            }
            case "snapshot" -> {
                require(stage == Stage.OPENED || stage == Stage.FINISHED, "a snapshot came when it was " + stage);
                long next = (Long) arguments[0];
                require(next > barrier, "snapshot " + next + " came after " + barrier);
                barrier = next;
                interfere();
                Snapshots.Seen seen = new Snapshots.Seen(watermark, stage == Stage.FINISHED);
                Snapshots.here().take(context.job().id(), operatorId, context.task(), next, seen);
            }
            case "onComplete" -> {
                require(stage == Stage.OPENED || stage == Stage.FINISHED, "a commit came when it was " + stage);
                interfere();
            }
            case "close" -> close();
            default -> {}
        }
    }

    /**
     * @param answer what the operator answered; null also when it threw something
     */
    void after(String call, Object answer) {
        if (call.equals("open") && stage == Stage.OPENED) {
            goOn();
        } else if (call.equals("finish") && Boolean.TRUE.equals(answer) && stage == Stage.OPENED) {
            stage = Stage.FINISHED;
        }
    }

    /** What the operator had seen when the snapshot was taken that it goes on from, it does not see again. */
    private void goOn() {
        if (context.restoredCheckpoint().isPresent()) {
            long checkpoint = context.restoredCheckpoint().getAsLong();
            Snapshots.Seen seen = Snapshots.here().restore(operatorId, context.task(), checkpoint);
            watermark = seen.watermark();
            stage = seen.finished() ? Stage.FINISHED : Stage.OPENED;
        }
    }

    private void open(OperatorContext given) throws Exception {
        require(stage == Stage.MADE, "it was opened when it was " + stage);
        context = given;
        instance = given.job().id() + "/" + operatorId + "/" + given.task().index();
        actor = begin("attempt " + given.task().attempt());
        own = KeyGroupRange.of(
                given.task().index(),
                given.task().maxParallelism(),
                given.task().parallelism());
        stage = Stage.OPENED;
        interfere();
    }

    private void record(int input, Object value) throws Exception {
        requireOpened("a record");
        key(input, value);
        interfere();
    }

    private void batch(int input, Batch batch, Object[] arguments) throws Exception {
        requireOpened("a batch");
        for (int row = (Integer) arguments[2]; row < (Integer) arguments[3]; row++) {
            key(input, batch.value(row));
        }
        interfere();
    }

    @SuppressWarnings("unchecked") // the selector was made for these values
    private void key(int input, Object value) throws Exception {
        if (input < keys.size() && keys.get(input) != null) {
            Object key = ((KeySelector<Object, ?>) keys.get(input)).getKey(value);
            int group = KeyGroupRange.groupOf(
                    context.types().hash(key), context.task().maxParallelism());
            require(own.contains(group), "key " + key + " of key group " + group + " came to the owner of " + own);
        }
    }

    private void close() {
        require(stage != Stage.CLOSED, "it was closed twice");
        stage = Stage.CLOSED;
        if (actor != null) {
            Actors.here().ends(actor);
        }
    }

    private void requireOpened(String what) {
        require(stage == Stage.OPENED, what + " came when it was " + stage);
    }

    private Actors.Actor begin(String attempt) {
        try {
            return Actors.here().begins(instance, attempt);
        } catch (BrokenLaw broken) {
            World.current().fail(broken);
            throw broken;
        }
    }

    private void interfere() throws Exception {
        try {
            actor.acts();
        } catch (BrokenLaw broken) {
            World.current().fail(broken);
            throw broken;
        }
        Interference.here().before(name);
    }

    private void require(boolean lawful, String how) {
        if (!lawful) {
            BrokenLaw broken = new BrokenLaw("operator '" + name + "' " + instance + ": " + how);
            World.current().fail(broken);
            throw broken;
        }
    }
}
