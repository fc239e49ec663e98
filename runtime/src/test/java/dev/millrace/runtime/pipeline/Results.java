package dev.millrace.runtime.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where operators of tests put what they saw; found by name, because operators travel as bytes. */
public final class Results {
    private static final Map<String, List<Object>> BY_NAME = new ConcurrentHashMap<>();

    private Results() {}

    /** An empty list under a name that no other test uses. */
    public static void clear(String name) {
        BY_NAME.put(name, new ArrayList<>());
    }

    public static void add(String name, Object result) {
        List<Object> list = BY_NAME.get(name);
        synchronized (list) {
            list.add(result);
        }
    }

    public static List<Object> of(String name) {
        List<Object> list = BY_NAME.get(name);
        synchronized (list) {
            return List.copyOf(list);
        }
    }
}
