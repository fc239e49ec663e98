package dev.millrace.verification.model;

import dev.millrace.core.function.AggregateFunction;
import java.util.TreeSet;

/** Collects the numbers of facts in a set that it changes. */
final class Numbers implements AggregateFunction<Fact, TreeSet<Integer>, String> {
    private static final long serialVersionUID = 1;

    @Override
    public TreeSet<Integer> createAccumulator() {
        return new TreeSet<>();
    }

    @Override
    public TreeSet<Integer> add(Fact fact, TreeSet<Integer> numbers) {
        numbers.add(fact.number());
        return numbers;
    }

    @Override
    public String getResult(TreeSet<Integer> numbers) {
        return numbers.toString();
    }

    @Override
    public TreeSet<Integer> merge(TreeSet<Integer> one, TreeSet<Integer> other) {
        one.addAll(other);
        return one;
    }
}
