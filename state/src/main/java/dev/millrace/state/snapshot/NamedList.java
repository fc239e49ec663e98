package dev.millrace.state.snapshot;

import java.io.Serializable;

/** A list of an operator instance in a part file. */
public record NamedList(String name, ListKind kind, int items) implements Serializable {}
