package dev.millrace.benchmarks.workload.nexmark;

import java.io.Serializable;

/** A {@link Person} that cannot change, with text for an id. */
public record PersonRecord(String id, String name, String email, String city, String state, long dateTime)
        implements Serializable {}
