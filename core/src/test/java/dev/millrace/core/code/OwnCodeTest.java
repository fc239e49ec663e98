package dev.millrace.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class OwnCodeTest {

    private final IntUnaryOperator plusOne = x -> x + 1;
    private final IntUnaryOperator twice = x -> 2 * x;

    @Test
    void theFirstCalleeGetsTheClassItselfAndOthersCopiesThatDoTheSame() {
        IntUnaryOperator first = caller(plusOne);
        IntUnaryOperator second = caller(twice);
        assertThat(first.getClass()).isSameAs(TwoCalls.class);
        assertThat(second.getClass()).isNotSameAs(TwoCalls.class).matches(Class::isHidden);
        assertThat(first.applyAsInt(5)).isEqualTo(7);
        assertThat(second.applyAsInt(5)).isEqualTo(20);
    }

    @Test
    void sameCalleesShareTheirCode() {
        caller(plusOne);
        assertThat(caller(twice).getClass()).isSameAs(caller(twice).getClass());
    }

    @Test
    void withoutCalleesItIsTheClassItself() {
        caller(plusOne);
        Object made = OwnCode.make(MethodHandles.lookup(), TwoCalls.class, List.of(), twice);
        assertThat(made.getClass()).isSameAs(TwoCalls.class);
    }

    private static IntUnaryOperator caller(IntUnaryOperator callee) {
        return (IntUnaryOperator)
                OwnCode.make(MethodHandles.lookup(), TwoCalls.class, List.of(callee.getClass()), callee);
    }
}

/** Calls another function twice. */
final class TwoCalls implements IntUnaryOperator {
    private static final class Calls {
        private int count;
    }

    private final Calls calls = new Calls();
    private final IntUnaryOperator callee;

    TwoCalls(IntUnaryOperator callee) {
        this.callee = callee;
    }

    @Override
    public int applyAsInt(int operand) {
        calls.count++;
        return callee.applyAsInt(callee.applyAsInt(operand));
    }
}
