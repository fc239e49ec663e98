package dev.millrace.core.accumulator;

import dev.millrace.core.ModelApi;
import java.util.ArrayList;

/** Collects values in a list; the order between tasks is not defined. All of it is kept on the heap. */
@ModelApi
public class ListAccumulator<T> implements Accumulator<T, ArrayList<T>> {

    private ArrayList<T> values = new ArrayList<>();

    @Override
    public void add(T value) {
        values.add(value);
    }

    @Override
    public ArrayList<T> getLocalValue() {
        return values;
    }

    @Override
    public void resetLocal() {
        values = new ArrayList<>();
    }

    @Override
    public void merge(Accumulator<T, ArrayList<T>> other) {
        values.addAll(other.getLocalValue());
    }

    @Override
    public ListAccumulator<T> clone() {
        ListAccumulator<T> copy = new ListAccumulator<>();
        copy.values = new ArrayList<>(values);
        return copy;
    }

    @Override
    public String toString() {
        return "ListAccumulator " + values;
    }
}
