package dev.millrace.stream.source;

import dev.millrace.core.ModelApi;
import dev.millrace.core.rich.AbstractRichFunction;

/** A {@link SourceFunction} with a life cycle: {@code open} before {@code run}, {@code close} after it has returned. */
@ModelApi
public abstract class RichSourceFunction<OUT> extends AbstractRichFunction implements SourceFunction<OUT> {}
