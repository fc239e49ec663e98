package dev.millrace.cluster.source;

import dev.millrace.cluster.schedule.TaskKey;
import dev.millrace.core.eventtime.WatermarkAlignmentParams;
import dev.millrace.core.plan.SourceNode;
import dev.millrace.core.plan.Vertex;
import dev.millrace.runtime.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Aligns the event times of sources by groups: each source tells how far it has come, and is told how far it may go, which
 * is some way ahead of the slowest that is waited for. Nobody waits for a source that is idle, has nothing to read, has
 * seen no watermark yet or has ended. One that starts again is waited for where it was until it tells anew. Owned by the
 * node's thread.
 */
public final class EventTimeGroups {

    /** How limits come to the sources. */
    public interface Limits {

        /** A source may go up to an event time; {@link Long#MAX_VALUE} when there is no limit. */
        void tell(TaskId source, long limitMillis);
    }

    /** A reader of a group. */
    private static final class Member {
        final WatermarkAlignmentParams params;
        TaskId attempt;
        long reachedMillis = Long.MAX_VALUE;
        long toldMillis = Long.MAX_VALUE;

        Member(WatermarkAlignmentParams params) {
            this.params = params;
        }

        long limit(long slowestMillis) {
            long limit = slowestMillis + params.maxAllowedWatermarkDrift();
            return limit < slowestMillis ? Long.MAX_VALUE : limit;
        }
    }

    private final TreeMap<String, List<Member>> groups = new TreeMap<>();
    private final TreeMap<TaskKey, Member> members = new TreeMap<>();
    private final Limits limits;

    public EventTimeGroups(List<Vertex> vertices, Limits limits) {
        this.limits = limits;
        for (int vertex = 0; vertex < vertices.size(); vertex++) {
            WatermarkAlignmentParams params = params(vertices.get(vertex).source());
            for (int instance = 0;
                    params != null && instance < vertices.get(vertex).parallelism();
                    instance++) {
                Member member = new Member(params);
                members.put(new TaskKey(vertex, instance), member);
                groups.computeIfAbsent(params.watermarkGroup(), group -> new ArrayList<>())
                        .add(member);
            }
        }
    }

    private static WatermarkAlignmentParams params(SourceNode source) {
        return source == null || source.watermarks() == null
                ? null
                : source.watermarks().getAlignmentParameters();
    }

    /** A reader has come so far; {@link Long#MAX_VALUE} when nobody has to wait for it. */
    public void reached(TaskId source, long reachedMillis) {
        Member member = members.get(new TaskKey(source.vertex(), source.instance()));
        if (member != null) {
            if (!source.equals(member.attempt)) {
                member.attempt = source;
                member.toldMillis = Long.MAX_VALUE;
            }
            member.reachedMillis = reachedMillis;
            tell(groups.get(member.params.watermarkGroup()));
        }
    }

    private void tell(List<Member> group) {
        long slowestMillis = Long.MAX_VALUE;
        for (Member member : group) {
            slowestMillis = Math.min(slowestMillis, member.reachedMillis);
        }
        for (Member member : group) {
            long limitMillis = member.limit(slowestMillis);
            if (member.attempt != null && limitMillis != member.toldMillis) {
                member.toldMillis = limitMillis;
                limits.tell(member.attempt, limitMillis);
            }
        }
    }
}
