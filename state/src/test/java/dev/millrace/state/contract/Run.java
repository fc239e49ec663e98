package dev.millrace.state.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.KeyLane;
import dev.millrace.core.element.LongKeys;
import dev.millrace.core.element.ObjectKeys;
import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.StateBackend;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.state.StoredKeyGroups;
import dev.millrace.core.time.Timer;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.state.contract.Model.At;
import dev.millrace.state.contract.Model.ModelTimer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a random program on the instances of an operator and on the model, and compares. */
final class Run {

    static final int GROUPS = 8;

    private final StateBackend backend;
    private final TypeSystem types;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private List<Program> instances;
    private Model model = new Model();

    /** Where keys lie that have had state, per key alone, ever since they were asked. */
    private final Map<Object, Long> known = new LinkedHashMap<>();

    private record Pending(List<FrozenState> frozen, Model then) {}

    Run(StateBackend backend, TypeSystem types) throws Exception {
        this.backend = backend;
        this.types = types;
        this.instances = open(2, List.of());
    }

    private List<Program> open(int parallelism, List<StoredKeyGroups> restored) throws Exception {
        List<Program> opened = new ArrayList<>();
        for (int i = 0; i < parallelism; i++) {
            KeyGroupRange range = KeyGroupRange.of(i, GROUPS, parallelism);
            StateSpec spec = new StateSpec("op", range, GROUPS, types, new FreeMemory(), restored);
            opened.add(new Program(backend.open(spec)));
        }
        return opened;
    }

    void all(List<Op> ops) throws Exception {
        for (Op op : ops) {
            step(op);
        }
        compare(instances, model);
        while (!pending.isEmpty()) {
            write(3, false);
        }
    }

    private Program owner(List<Program> of, Object key) {
        int group = KeyGroupRange.groupOf(types.hash(key), GROUPS);
        return of.get(KeyGroupRange.ownerOf(group, GROUPS, of.size()));
    }

    private void step(Op op) throws Exception {
        At at = new At(op.state(), op.key(), op.namespace());
        Program program = owner(instances, op.key());
        switch (op.kind()) {
            case SET -> {
                model.set(at, op.value(), op.number());
                set(program.at(op.key(), op.namespace()), op);
                compare(program.at(op.key(), op.namespace()), at, model);
            }
            case READ -> compare(program.at(op.key(), op.namespace()), at, model);
            case CLEAR -> {
                model.clear(at);
                clear(program.at(op.key(), op.namespace()), op.state());
                compare(program.at(op.key(), op.namespace()), at, model);
            }
            case REMOVE_ENTRY -> {
                model.removeEntries(new At(Op.State.MAP, op.key(), op.namespace()), List.of(op.number()));
                program.at(op.key(), op.namespace()).map.remove(op.number());
            }
            case WALK_AND_REMOVE -> walkAndRemove(program, op);
            case ADD_TIMER -> {
                model.timers().add(new ModelTimer(op.key(), op.namespace(), op.number()));
                program.at(op.key(), "");
                program.store().timers(Timer.Domain.EVENT_TIME).add(namespace(op), op.number());
            }
            case REMOVE_TIMER -> {
                model.timers().remove(new ModelTimer(op.key(), op.namespace(), op.number()));
                program.at(op.key(), "");
                program.store().timers(Timer.Domain.EVENT_TIME).remove(namespace(op), op.number());
            }
            case POLL -> poll(program, op.number());
            case ENTER -> enter(program, op);
            case ENTER_KNOWN -> enterKnown(program, op);
            case FREEZE -> freeze();
            case WRITE -> write(1 + op.number() % 4, false);
            case RESTORE -> write(1 + op.number() % 4, true);
        }
        forgetPlaces();
    }

    private void forgetPlaces() {
        known.keySet().removeIf(key -> !hasState(key));
    }

    private boolean hasState(Object key) {
        return model.places().stream()
                .anyMatch(at -> at.namespace().isEmpty() && at.key().equals(key));
    }

    private static String namespace(Op op) {
        return op.namespace().isEmpty() ? null : op.namespace();
    }

    private static void set(Program.Handles handles, Op op) throws Exception {
        switch (op.state()) {
            case VALUE -> handles.value.update(op.value());
            case LIST -> handles.list.add(op.value());
            case MAP -> handles.map.put(op.number(), op.value());
            case REDUCING -> handles.reducing.add(Tuple2.of("sum", (long) op.number()));
            case AGGREGATING -> handles.aggregating.add((long) op.number());
            case LONG_CELL -> handles.longCell.set(op.number());
            case DOUBLE_CELL -> handles.doubleCell.set(op.number() / 2.0);
        }
    }

    private static void clear(Program.Handles handles, Op.State state) {
        switch (state) {
            case VALUE -> handles.value.clear();
            case LIST -> handles.list.clear();
            case MAP -> handles.map.clear();
            case REDUCING -> handles.reducing.clear();
            case AGGREGATING -> handles.aggregating.clear();
            case LONG_CELL -> handles.longCell.clear();
            case DOUBLE_CELL -> handles.doubleCell.clear();
        }
    }

    private void walkAndRemove(Program program, Op op) throws Exception {
        List<Object> removed = new ArrayList<>();
        Iterator<Map.Entry<Object, Object>> entries =
                program.at(op.key(), op.namespace()).map.iterator();
        while (entries.hasNext()) {
            Object userKey = entries.next().getKey();
            if ((Integer) userKey % 2 == op.number() % 2) {
                entries.remove();
                removed.add(userKey);
            }
        }
        model.removeEntries(new At(Op.State.MAP, op.key(), op.namespace()), removed);
    }

    /** Polls what is due on one instance: each timer once, none too early, in order. */
    private void poll(Program program, long timestamp) {
        var timers = program.store().timers(Timer.Domain.EVENT_TIME);
        long before = Long.MIN_VALUE;
        for (Timer timer = timers.poll(timestamp); timer != null; timer = timers.poll(timestamp)) {
            assertThat(timer.timestamp()).isBetween(before, timestamp);
            before = timer.timestamp();
            String namespace = timer.namespace() == null ? "" : (String) timer.namespace();
            assertThat(model.timers().remove(new ModelTimer(timer.key(), namespace, timer.timestamp())))
                    .as("%s was registered", timer)
                    .isTrue();
        }
        assertThat(model.timers())
                .noneMatch(timer -> owner(instances, timer.key()) == program && timer.timestamp() <= timestamp);
        assertThat(timers.earliest()).isEqualTo(earliest(program));
    }

    private long earliest(Program program) {
        return model.timers().stream()
                .filter(timer -> owner(instances, timer.key()) == program)
                .mapToLong(ModelTimer::timestamp)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Works on a batch in which the key and its neighbours come several times. */
    private void enter(Program program, Op op) throws Exception {
        List<Object> keys = new ArrayList<>();
        for (At at : model.places()) {
            if (at.key() instanceof Long == op.key() instanceof Long && owner(instances, at.key()) == program) {
                keys.add(at.key());
            }
        }
        keys.add(op.key());
        keys.add(op.key());
        program.store().state().enter(batch(keys));
        for (int row = 0; row < keys.size(); row++) {
            program.store().state().at(row);
            Object key = keys.get(row);
            At at = new At(op.state(), key, op.namespace());
            compare(program.in(op.namespace()), at, model);
            if (row % 3 == 1) {
                model.clear(at);
                clear(program.in(op.namespace()), op.state());
                forgetPlaces();
            } else {
                model.set(at, op.value(), op.number());
                set(program.in(op.namespace()), op);
            }
            assertThat(program.store().state().key()).isEqualTo(key);
            compare(program.in(op.namespace()), at, model);
        }
    }

    /** Works on a batch of keys whose places are known, and asks where further ones lie. */
    private void enterKnown(Program program, Op op) throws Exception {
        List<Object> keys = new ArrayList<>(known.keySet());
        keys.removeIf(key -> owner(instances, key) != program);
        long[] places = keys.stream().mapToLong(known::get).toArray();
        if (!keys.isEmpty()) {
            program.store().state().enter(batch(keys), places);
        }
        for (int row = 0; row < keys.size(); row++) {
            program.store().state().at(row);
            Object key = keys.get(row);
            At at = new At(op.state(), key, op.namespace());
            compare(program.in(op.namespace()), at, model);
            model.set(at, op.value(), op.number());
            set(program.in(op.namespace()), op);
            assertThat(program.store().state().key()).isEqualTo(key);
            compare(program.in(op.namespace()), at, model);
        }
        if (hasState(op.key())) {
            program.at(op.key(), "");
            known.put(op.key(), program.store().state().place());
        }
    }

    private Batch batch(List<Object> keys) {
        int[] hashes = keys.stream().mapToInt(types::hash).toArray();
        KeyLane lane = keys.stream().allMatch(Long.class::isInstance)
                ? new LongKeys(keys.stream().mapToLong(key -> (Long) key).toArray(), hashes)
                : new ObjectKeys(keys.toArray(), hashes);
        return new Batch(keys.toArray(), null, lane, keys.size());
    }

    private void freeze() {
        pending.add(new Pending(
                instances.stream().map(program -> program.store().freeze(1)).toList(), model.copy()));
    }

    /** Writes the oldest frozen state and restores it at another parallelism, to compare or to go on with. */
    private void write(int parallelism, boolean goOn) throws Exception {
        if (pending.isEmpty()) {
            return;
        }
        Pending oldest = pending.remove();
        List<StoredKeyGroups> parts = new ArrayList<>();
        for (int i = 0; i < oldest.frozen.size(); i++) {
            KeyGroupRange range = KeyGroupRange.of(i, GROUPS, oldest.frozen.size());
            SnapshotBytes bytes = SnapshotBytes.of(oldest.frozen.get(i), range);
            assertThat(bytes.order()).isSorted().doesNotHaveDuplicates();
            parts.add(bytes.stored());
        }
        List<Program> restored = open(parallelism, parts);
        compare(restored, oldest.then);
        if (goOn) {
            instances = restored;
            model = oldest.then.copy();
            known.clear();
            pending.clear();
        }
    }

    private void compare(List<Program> programs, Model expected) throws Exception {
        for (At at : expected.places()) {
            compare(owner(programs, at.key()).at(at.key(), at.namespace()), at, expected);
        }
        Map<Program, Long> earliest = new HashMap<>();
        for (ModelTimer timer : expected.timers()) {
            earliest.merge(owner(programs, timer.key()), timer.timestamp(), Math::min);
        }
        for (Program program : programs) {
            assertThat(program.store().timers(Timer.Domain.EVENT_TIME).earliest())
                    .isEqualTo(earliest.getOrDefault(program, Long.MAX_VALUE));
            assertThat(program.store().timers(Timer.Domain.PROCESSING_TIME).earliest())
                    .isEqualTo(Long.MAX_VALUE);
        }
    }

    private static void compare(Program.Handles handles, At at, Model expected) throws Exception {
        Object wanted = expected.get(at);
        assertThat(read(handles, at.state())).as("%s", at).isEqualTo(wanted);
        if (at.state() == Op.State.MAP) {
            assertThat(handles.map.isEmpty()).isEqualTo(wanted == null);
            assertThat(handles.map.contains(3)).isEqualTo(wanted != null && ((Map<?, ?>) wanted).containsKey(3));
            assertThat(handles.map.get(3)).isEqualTo(wanted == null ? null : ((Map<?, ?>) wanted).get(3));
        }
    }

    private static Object read(Program.Handles handles, Op.State state) throws Exception {
        return switch (state) {
            case VALUE -> handles.value.value();
            case LIST -> {
                Iterable<Object> items = handles.list.get();
                List<Object> list = new ArrayList<>();
                if (items != null) {
                    items.forEach(list::add);
                }
                yield items == null ? null : list;
            }
            case MAP -> {
                Map<Object, Object> map = new HashMap<>();
                for (Map.Entry<Object, Object> entry : handles.map.entries()) {
                    map.put(entry.getKey(), entry.getValue());
                }
                yield map.isEmpty() ? null : map;
            }
            case REDUCING -> handles.reducing.get();
            case AGGREGATING -> handles.aggregating.get();
            case LONG_CELL -> handles.longCell.get(-1) == -1 ? null : handles.longCell.get(-1);
            case DOUBLE_CELL -> handles.doubleCell.get(-1) == -1 ? null : handles.doubleCell.get(-1);
        };
    }
}
