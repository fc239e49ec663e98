package dev.millrace.cluster.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the jobs of one test see of the world around them, found by a name. */
final class Outside {

    private static final Map<String, Outside> ALL = new ConcurrentHashMap<>();

    final AtomicInteger failuresLeft = new AtomicInteger();
    final AtomicInteger seen = new AtomicInteger();

    /** The last attempt of each committing task: an earlier one may have ended before its operators were opened. */
    final Map<Integer, Integer> attempts = new ConcurrentSkipListMap<>();

    private final Map<String, String> commits = new ConcurrentSkipListMap<>();
    volatile boolean checkpoints;

    static Outside of(String name) {
        return ALL.computeIfAbsent(name, n -> new Outside());
    }

    void commit(String committable) {
        String[] parts = committable.split("\\|");
        String before = commits.putIfAbsent(parts[0], parts[1]);
        if (before != null && !before.equals(parts[1])) {
            throw new AssertionError(parts[0] + " was committed with " + before + " and now with " + parts[1]);
        }
    }

    List<Integer> committed() {
        List<Integer> all = new ArrayList<>();
        for (String records : commits.values()) {
            for (String record : records.split(",")) {
                all.add(Integer.parseInt(record));
            }
        }
        all.sort(null);
        return all;
    }
}
