package dev.millrace.core.type.codec;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.List;

/** The dates of java.sql; apart, because a small Java runtime may lack that module. */
final class SqlLeaves {

    private SqlLeaves() {}

    static boolean available() {
        return ModuleLayer.boot().findModule("java.sql").isPresent();
    }

    static List<Codec> all() {
        return List.of(
                Leaf.comparable(
                        28,
                        Date.class,
                        (v, out) -> out.writeLong(v.getTime()),
                        in -> new Date(in.readLong()),
                        v -> Mix.of(v.getTime()),
                        Date::compareTo,
                        v -> new Date(v.getTime())),
                Leaf.comparable(
                        29,
                        Time.class,
                        (v, out) -> out.writeLong(v.getTime()),
                        in -> new Time(in.readLong()),
                        v -> Mix.of(v.getTime()),
                        Time::compareTo,
                        v -> new Time(v.getTime())),
                Leaf.comparable(
                        30,
                        Timestamp.class,
                        (v, out) -> {
                            out.writeLong(v.getTime());
                            out.writeInt(v.getNanos());
                        },
                        in -> timestamp(in.readLong(), in.readInt()),
                        v -> Mix.pair(Mix.of(v.getTime()), v.getNanos()),
                        (left, right) -> left.compareTo(right),
                        v -> timestamp(v.getTime(), v.getNanos())));
    }

    private static Timestamp timestamp(long millis, int nanos) {
        Timestamp timestamp = new Timestamp(millis);
        timestamp.setNanos(nanos);
        return timestamp;
    }
}
