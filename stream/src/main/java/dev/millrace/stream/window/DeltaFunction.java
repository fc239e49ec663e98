package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/** Says how far two values lie apart. */
@ModelApi
@FunctionalInterface
public interface DeltaFunction<DATA> extends Serializable {

    double getDelta(DATA oldDataPoint, DATA newDataPoint);
}
