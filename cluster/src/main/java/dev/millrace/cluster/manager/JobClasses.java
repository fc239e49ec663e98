package dev.millrace.cluster.manager;

/** Finds the class loader of a job. Safe for use by any thread. */
public interface JobClasses {

    ClassLoader of(String job);
}
