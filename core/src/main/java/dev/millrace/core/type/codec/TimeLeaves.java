package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;

/** The built-in dates and times. */
final class TimeLeaves {

    private TimeLeaves() {}

    static List<Codec> instants() {
        return List.of(
                Leaf.ordered(
                        13,
                        Instant.class,
                        (v, out) -> write(v.getEpochSecond(), v.getNano(), out),
                        in -> Instant.ofEpochSecond(in.readLong(), in.readInt()),
                        v -> Mix.pair(Mix.of(v.getEpochSecond()), v.getNano())),
                Leaf.ordered(
                        14,
                        Duration.class,
                        (v, out) -> write(v.getSeconds(), v.getNano(), out),
                        in -> Duration.ofSeconds(in.readLong(), in.readInt()),
                        v -> Mix.pair(Mix.of(v.getSeconds()), v.getNano())),
                Leaf.unordered(
                        21,
                        Period.class,
                        (v, out) -> {
                            out.writeInt(v.getYears());
                            out.writeInt(v.getMonths());
                            out.writeInt(v.getDays());
                        },
                        in -> Period.of(in.readInt(), in.readInt(), in.readInt()),
                        v -> Mix.pair(Mix.pair(v.getYears(), v.getMonths()), v.getDays())));
    }

    static List<Codec> locals() {
        return List.of(
                Leaf.comparable(
                        15,
                        LocalDate.class,
                        TimeLeaves::write,
                        TimeLeaves::readDate,
                        TimeLeaves::hash,
                        LocalDate::compareTo,
                        null),
                Leaf.ordered(16, LocalTime.class, TimeLeaves::write, TimeLeaves::readTime, TimeLeaves::hash),
                Leaf.comparable(
                        17,
                        LocalDateTime.class,
                        TimeLeaves::write,
                        TimeLeaves::readDateTime,
                        TimeLeaves::hash,
                        LocalDateTime::compareTo,
                        null),
                Leaf.ordered(
                        22,
                        Year.class,
                        (v, out) -> out.writeInt(v.getValue()),
                        in -> Year.of(in.readInt()),
                        v -> Mix.of(v.getValue())),
                Leaf.ordered(
                        23,
                        YearMonth.class,
                        (v, out) -> write(v.getYear(), v.getMonthValue(), out),
                        in -> YearMonth.of((int) in.readLong(), in.readInt()),
                        v -> Mix.pair(v.getYear(), v.getMonthValue())),
                Leaf.ordered(
                        24,
                        MonthDay.class,
                        (v, out) -> write(v.getMonthValue(), v.getDayOfMonth(), out),
                        in -> MonthDay.of((int) in.readLong(), in.readInt()),
                        v -> Mix.pair(v.getMonthValue(), v.getDayOfMonth())));
    }

    @SuppressWarnings("unchecked")
    static List<Codec> zoned() {
        return List.of(
                Leaf.ordered(
                        25,
                        ZoneOffset.class,
                        (v, out) -> out.writeInt(v.getTotalSeconds()),
                        TimeLeaves::readOffset,
                        v -> Mix.of(v.getTotalSeconds())),
                Leaf.unordered(
                        26,
                        (Class<ZoneId>) ZoneId.of("UTC").getClass(),
                        (v, out) -> out.writeText(v.getId()),
                        in -> ZoneId.of(in.readText()),
                        v -> Mix.of(v.getId())),
                Leaf.ordered(
                        18,
                        OffsetTime.class,
                        (v, out) -> {
                            write(v.toLocalTime(), out);
                            out.writeInt(v.getOffset().getTotalSeconds());
                        },
                        in -> OffsetTime.of(readTime(in), readOffset(in)),
                        v -> Mix.pair(hash(v.toLocalTime()), v.getOffset().getTotalSeconds())),
                Leaf.ordered(
                        19,
                        OffsetDateTime.class,
                        (v, out) -> {
                            write(v.toLocalDateTime(), out);
                            out.writeInt(v.getOffset().getTotalSeconds());
                        },
                        in -> OffsetDateTime.of(readDateTime(in), readOffset(in)),
                        v -> Mix.pair(hash(v.toLocalDateTime()), v.getOffset().getTotalSeconds())),
                Leaf.comparable(
                        20,
                        ZonedDateTime.class,
                        (v, out) -> {
                            write(v.toLocalDateTime(), out);
                            out.writeInt(v.getOffset().getTotalSeconds());
                            out.writeText(v.getZone().getId());
                        },
                        TimeLeaves::readZoned,
                        v -> Mix.pair(
                                hash(v.toLocalDateTime()), Mix.of(v.getZone().getId())),
                        ZonedDateTime::compareTo,
                        null));
    }

    static List<Codec> dates() {
        return List.of(Leaf.comparable(
                27,
                Date.class,
                (v, out) -> out.writeLong(v.getTime()),
                in -> new Date(in.readLong()),
                v -> Mix.of(v.getTime()),
                Date::compareTo,
                v -> new Date(v.getTime())));
    }

    private static void write(long first, int second, DataOutputView out) throws IOException {
        out.writeLong(first);
        out.writeInt(second);
    }

    private static void write(LocalDate date, DataOutputView out) throws IOException {
        out.writeLong(date.toEpochDay());
    }

    private static LocalDate readDate(DataInputView in) throws IOException {
        return LocalDate.ofEpochDay(in.readLong());
    }

    private static int hash(LocalDate date) {
        return Mix.of(date.toEpochDay());
    }

    private static void write(LocalTime time, DataOutputView out) throws IOException {
        out.writeLong(time.toNanoOfDay());
    }

    private static LocalTime readTime(DataInputView in) throws IOException {
        return LocalTime.ofNanoOfDay(in.readLong());
    }

    private static int hash(LocalTime time) {
        return Mix.of(time.toNanoOfDay());
    }

    private static void write(LocalDateTime value, DataOutputView out) throws IOException {
        write(value.toLocalDate(), out);
        write(value.toLocalTime(), out);
    }

    private static LocalDateTime readDateTime(DataInputView in) throws IOException {
        return LocalDateTime.of(readDate(in), readTime(in));
    }

    private static int hash(LocalDateTime value) {
        return Mix.pair(hash(value.toLocalDate()), hash(value.toLocalTime()));
    }

    private static ZoneOffset readOffset(DataInputView in) throws IOException {
        return ZoneOffset.ofTotalSeconds(in.readInt());
    }

    private static ZonedDateTime readZoned(DataInputView in) throws IOException {
        LocalDateTime local = readDateTime(in);
        ZoneOffset offset = readOffset(in);
        return ZonedDateTime.ofLocal(local, ZoneId.of(in.readText()), offset);
    }
}
