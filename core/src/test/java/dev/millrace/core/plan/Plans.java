package dev.millrace.core.plan;

import dev.millrace.core.type.TypeOptions;
import java.util.Map;
import java.util.TreeMap;

/** Settings of plans that are made and never run. */
final class Plans {

    static final JobSettings STREAM = new JobSettings(
            null, new RestartStrategy.None(), false, 200, "heap", TypeOptions.defaults(), Map.of(), new TreeMap<>());

    private Plans() {}
}
