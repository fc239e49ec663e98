package dev.millrace.verification.architecture.bad.cluster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Breaks no rule. */
final class GoodCitizen {
    final Map<String, Set<String>> names = new LinkedHashMap<>(Map.of("one", Set.of("member")));
}
