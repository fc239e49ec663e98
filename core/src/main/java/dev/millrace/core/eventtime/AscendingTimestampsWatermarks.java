package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;
import java.time.Duration;

/** Follows timestamps that never fall within an instance. */
@ModelApi
public class AscendingTimestampsWatermarks<T> extends BoundedOutOfOrdernessWatermarks<T> {

    public AscendingTimestampsWatermarks() {
        super(Duration.ZERO);
    }
}
