package dev.millrace.verification.model;

import dev.millrace.core.function.Collector;
import dev.millrace.core.state.AggregatingState;
import dev.millrace.core.state.AggregatingStateDescriptor;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ReducingState;
import dev.millrace.core.state.ReducingStateDescriptor;
import dev.millrace.core.state.StateDescriptor;
import dev.millrace.core.state.StateTtlConfig;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.stream.function.KeyedProcessFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Does to a state that expires what the level of a fact says, and tells what it sees. */
final class Expiring extends KeyedProcessFunction<String, Fact, String> {
    private static final long serialVersionUID = 1;

    /** The kinds of state. */
    enum Kind {
        VALUE,
        REDUCING,
        AGGREGATING,
        LIST,
        MAP
    }

    private final Kind kind;
    private final StateTtlConfig life;

    Expiring(Kind kind, StateTtlConfig life) {
        this.kind = kind;
        this.life = life;
    }

    private <D extends StateDescriptor<?, ?>> D living(D descriptor) {
        descriptor.enableTimeToLive(life);
        return descriptor;
    }

    @Override
    public void processElement(Fact fact, Context ctx, Collector<String> out) throws Exception {
        Object seen = switch (kind) {
            case VALUE -> value(fact);
            case REDUCING -> reducing(fact);
            case AGGREGATING -> aggregating(fact);
            case LIST -> list(fact);
            case MAP -> map(fact);
        };
        out.collect(fact + " sees " + seen);
    }

    private Object value(Fact fact) throws Exception {
        ValueState<Integer> state = getRuntimeContext().getState(living(new ValueStateDescriptor<>("value")));
        switch (fact.level()) {
            case 0, 1, 2, 3 -> state.update(fact.number());
            case 8 -> state.clear();
            case 9 -> state.update(null);
            default -> {
                return state.value();
            }
        }
        return "";
    }

    private Object reducing(Fact fact) throws Exception {
        ReducingState<Integer> state = getRuntimeContext()
                .getReducingState(living(new ReducingStateDescriptor<>("sum", Integer::sum, Integer.class)));
        switch (fact.level()) {
            case 0, 1, 2, 3, 9 -> state.add(fact.number());
            case 8 -> state.clear();
            default -> {
                return state.get();
            }
        }
        return "";
    }

    private Object aggregating(Fact fact) throws Exception {
        AggregatingState<Fact, String> state = getRuntimeContext()
                .getAggregatingState(living(new AggregatingStateDescriptor<>("numbers", new Numbers())));
        switch (fact.level()) {
            case 0, 1, 2, 3, 9 -> state.add(fact);
            case 8 -> state.clear();
            default -> {
                return state.get();
            }
        }
        return "";
    }

    private Object list(Fact fact) throws Exception {
        ListState<Integer> state = getRuntimeContext().getListState(living(new ListStateDescriptor<>("list")));
        switch (fact.level()) {
            case 0, 1, 2, 3 -> state.add(fact.number());
            case 8 -> state.clear();
            case 9 -> state.addAll(List.of(fact.number(), -fact.number()));
            case 10 -> state.update(List.of(-fact.number()));
            default -> {
                List<Integer> all = new ArrayList<>();
                state.get().forEach(all::add);
                return all;
            }
        }
        return "";
    }

    private Object map(Fact fact) throws Exception {
        MapState<Integer, Integer> state = getRuntimeContext().getMapState(living(new MapStateDescriptor<>("map")));
        switch (fact.level()) {
            case 0, 1, 2, 3 -> state.put(fact.level(), fact.number());
            case 4, 5 -> {
                return state.get(fact.level() - 4);
            }
            case 6 -> {
                return state.contains(2);
            }
            case 8 -> state.clear();
            case 9 -> state.remove(1);
            default -> {
                Map<Integer, Integer> all = new TreeMap<>();
                for (Map.Entry<Integer, Integer> entry : state.entries()) {
                    all.put(entry.getKey(), entry.getValue());
                }
                return all;
            }
        }
        return "";
    }
}
