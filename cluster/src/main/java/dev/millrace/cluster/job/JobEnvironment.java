package dev.millrace.cluster.job;

import dev.millrace.cluster.checkpoint.Storage;
import dev.millrace.cluster.protocol.Courier;
import dev.millrace.cluster.protocol.NodeContext;
import dev.millrace.cluster.schedule.SlotPool;

/**
 * What a job is given by the job manager that it lives in.
 *
 * @param temporaryDirectory where jobs keep their checkpoints that were not given a directory
 */
public record JobEnvironment(
        NodeContext node, Courier courier, SlotPool slots, Storage storage, String temporaryDirectory) {}
