package dev.millrace.verification.architecture.bad.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

final class HashOrdered {
    Map<String, String> made = new HashMap<>();
    Supplier<Set<String>> byReference = HashSet::new;
    Map<String, String> concurrent = new ConcurrentHashMap<>();
    Set<Integer> salted = Set.of(1, 2);
    Set<Integer> collected = List.of(1).stream().collect(Collectors.toSet());
}
