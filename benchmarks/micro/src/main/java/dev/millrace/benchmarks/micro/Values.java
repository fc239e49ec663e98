package dev.millrace.benchmarks.micro;

import dev.millrace.benchmarks.workload.KeyedCount;
import dev.millrace.benchmarks.workload.nexmark.Events;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.core.type.ValueType;

/** Values of many kinds, as programs use them. */
public enum Values {
    LONG {
        @Override
        Object make(long number) {
            return number;
        }
    },
    TEXT {
        @Override
        Object make(long number) {
            return "account-" + number;
        }
    },
    TUPLE {
        @Override
        Object make(long number) {
            return Tuple2.of("word-" + number % 1_000, number);
        }
    },
    RECORD {
        @Override
        Object make(long number) {
            return KeyedCount.payment(number, 1_000);
        }
    },
    BID {
        @Override
        Object make(long number) {
            return Events.event(number * 50 + 7).bid;
        }
    },
    EVENT {
        @Override
        Object make(long number) {
            return Events.event(number);
        }
    };

    /** A value, another one for each number. */
    abstract Object make(long number);

    Object[] some(int size) {
        Object[] values = new Object[size];
        for (int i = 0; i < size; i++) {
            values[i] = make(i);
        }
        return values;
    }

    ValueType<Object> type() {
        TypeSystem types = TypeSystem.create(Values.class.getClassLoader());
        return types.typeOf(make(0));
    }
}
