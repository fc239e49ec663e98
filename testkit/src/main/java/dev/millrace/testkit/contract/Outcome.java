package dev.millrace.testkit.contract;

import java.util.List;
import java.util.TreeSet;

/**
 * What came out of a run.
 *
 * @param results by result, in the order in which it came
 * @param outside by what was looked at, in order
 * @param pauses after how many happenings the run was waited for until nothing was left to do
 */
public record Outcome(List<List<Item>> results, List<List<String>> outside, TreeSet<Integer> pauses) {

    /** The records of a result, in order, with their timestamps. */
    public List<String> records(int result) {
        return results.get(result).stream()
                .filter(item -> !item.mark())
                .map(Item::text)
                .toList();
    }

    /** All that came out of a result: how many happenings there had been, and what it was. */
    public List<String> lines(int result) {
        return results.get(result).stream().map(Item::toString).toList();
    }
}
