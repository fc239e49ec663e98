package dev.millrace.core.accumulator;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/** An accumulator that answers what was added. */
@ModelApi
public interface SimpleAccumulator<T extends Serializable> extends Accumulator<T, T> {}
