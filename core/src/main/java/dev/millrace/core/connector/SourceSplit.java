package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;

/** A part of a source's data that one reader reads alone: a piece of a file, a partition of a log. */
@ModelApi
public interface SourceSplit {

    /** A name that no other split of the source has, ever, and that stays the same over restores. */
    String splitId();
}
