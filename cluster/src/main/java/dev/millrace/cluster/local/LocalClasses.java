package dev.millrace.cluster.local;

import dev.millrace.cluster.manager.JobClasses;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The class loaders of the jobs of this process. Safe for use by any thread. */
final class LocalClasses implements JobClasses {

    private final Map<String, ClassLoader> loaders = new ConcurrentSkipListMap<>();

    void put(String job, ClassLoader userClasses) {
        loaders.put(job, userClasses);
    }

    void remove(String job) {
        loaders.remove(job);
    }

    @Override
    public ClassLoader of(String job) {
        return loaders.getOrDefault(job, LocalClasses.class.getClassLoader());
    }
}
