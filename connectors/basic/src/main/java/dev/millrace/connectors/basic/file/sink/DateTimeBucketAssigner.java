package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Puts records into directories by the time of day at which they are written; by the hour, unless told otherwise. */
@ModelApi
public final class DateTimeBucketAssigner<IN> implements BucketAssigner<IN, String> {

    private static final long serialVersionUID = 1;
    private static final String BY_HOUR = "yyyy-MM-dd--HH";

    private final String format;
    private final ZoneId zone;
    private transient DateTimeFormatter formatter;

    public DateTimeBucketAssigner() {
        this(BY_HOUR);
    }

    public DateTimeBucketAssigner(String formatString) {
        this(formatString, ZoneId.systemDefault());
    }

    public DateTimeBucketAssigner(ZoneId zoneId) {
        this(BY_HOUR, zoneId);
    }

    /**
     * @param formatString a pattern of {@link DateTimeFormatter}; a pattern that is none is an error here
     */
    public DateTimeBucketAssigner(String formatString, ZoneId zoneId) {
        this.formatter = DateTimeFormatter.ofPattern(formatString).withZone(zoneId);
        this.format = formatString;
        this.zone = zoneId;
    }

    @Override
    public String getBucketId(IN element, Context context) {
        if (formatter == null) {
            formatter = DateTimeFormatter.ofPattern(format).withZone(zone);
        }
        return formatter.format(Instant.ofEpochMilli(context.currentProcessingTime()));
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
        return SimpleVersionedStringSerializer.INSTANCE;
    }
}
