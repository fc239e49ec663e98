package dev.millrace.core.plan;

import dev.millrace.core.connector.Source;
import dev.millrace.core.eventtime.WatermarkStrategy;
import java.io.Serializable;

/**
 * The source at the head of a vertex without inputs; the operators of the chain read it.
 *
 * @param id the stable id under which its state is kept
 */
public record SourceNode(
        String id, String name, boolean ambiguous, Source<?, ?, ?> source, WatermarkStrategy<?> watermarks)
        implements Serializable {}
