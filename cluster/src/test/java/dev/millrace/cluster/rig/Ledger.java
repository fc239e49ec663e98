package dev.millrace.cluster.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the outside world has seen of a job: commits, each under a name, idempotent; and how often tasks were opened. */
public final class Ledger {

    private final TreeMap<String, List<Integer>> commits = new TreeMap<>();
    private final TreeMap<String, Integer> opened = new TreeMap<>();
    private double declineRate;
    private final TreeSet<String> alive = new TreeSet<>();

    /** The share of snapshots that tasks decline. */
    double declineRate() {
        return declineRate;
    }

    public void setDeclineRate(double rate) {
        declineRate = rate;
    }

    /** Commits under a name; what was committed before under that name must have been the same. */
    void commit(String name, List<Integer> records) {
        List<Integer> before = commits.putIfAbsent(name, List.copyOf(records));
        if (before != null && !before.equals(records)) {
            throw new AssertionError(name + " was committed with " + before + " and now with " + records);
        }
    }

    void opened(String task) {
        opened.merge(task, 1, Integer::sum);
        if (!alive.add(task)) {
            throw new AssertionError("two attempts of " + task + " run at once");
        }
    }

    void closed(String task) {
        alive.remove(task);
    }

    /** All processes have died. */
    public void allDead() {
        alive.clear();
    }

    /** How often a task, as vertex and instance, was opened. */
    public int opened(int vertex, int instance) {
        return opened.getOrDefault(vertex + "/" + instance, 0);
    }

    /** All records committed so far, sorted. */
    public List<Integer> committed() {
        List<Integer> all = new ArrayList<>();
        commits.values().forEach(all::addAll);
        all.sort(null);
        return all;
    }
}
