package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.type.TypeInformation;
import java.util.List;

/** The stream of what an operator emits to a side output. */
@ModelApi
public class SideOutputDataStream<T> extends DataStream<T> {

    SideOutputDataStream(StreamExecutionEnvironment environment, Lane lane, TypeInformation<T> type) {
        super(environment, List.of(lane), type);
    }
}
