package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/** Gives records timestamps and, asked now and then, a watermark; the older form of a {@link WatermarkStrategy}. */
@ModelApi
public interface AssignerWithPeriodicWatermarks<T> extends TimestampAssigner<T>, Serializable {

    /** How far event time has come; null for no news. */
    Watermark getCurrentWatermark();

    /** The newer form. Its parts are this very object, so that they share what it knows. */
    default WatermarkStrategy<T> strategy() {
        return new OlderAssigners.Periodic<>(this);
    }
}
