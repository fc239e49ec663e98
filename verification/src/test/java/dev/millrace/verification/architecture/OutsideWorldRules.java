package dev.millrace.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Time, chance and threads enter the house by one door, {@code runtime.worker}; everyone else is handed them. */
final class OutsideWorldRules {
    private static final List<Calls> THREADS = List.of(
            Calls.toNew("java.lang.Thread"),
            Calls.toNew("java.util.Timer"),
            Calls.toNew("java.util.concurrent.ThreadPoolExecutor"),
            Calls.toNew("java.util.concurrent.ScheduledThreadPoolExecutor"),
            Calls.toNew("java.util.concurrent.ForkJoinPool"),
            Calls.to("java.util.concurrent.ForkJoinPool", "commonPool"),
            Calls.all("java.util.concurrent.Executors"),
            Calls.to("java.util.concurrent.CompletableFuture", "supplyAsync").withParameters(1),
            Calls.to("java.util.concurrent.CompletableFuture", "runAsync").withParameters(1),
            Calls.to("java.util.concurrent.CompletableFuture", "delayedExecutor"),
            Calls.to("java.util.concurrent.CompletableFuture", "orTimeout"),
            Calls.to("java.util.concurrent.CompletableFuture", "completeOnTimeout"),
            Calls.to("java.util.Collection", "parallelStream"),
            Calls.to("java.util.List", "parallelStream"));

    private static final List<Calls> TIME_AND_CHANCE = List.of(
            Calls.to("java.lang.System", "currentTimeMillis"),
            Calls.to("java.lang.System", "nanoTime"),
            Calls.to("java.time.Instant", "now"),
            Calls.to("java.time.LocalDate", "now"),
            Calls.to("java.time.LocalTime", "now"),
            Calls.to("java.time.LocalDateTime", "now"),
            Calls.to("java.time.OffsetDateTime", "now"),
            Calls.to("java.time.ZonedDateTime", "now"),
            Calls.to("java.time.Clock", "systemUTC"),
            Calls.to("java.time.Clock", "systemDefaultZone"),
            Calls.to("java.time.Clock", "system"),
            Calls.toNew("java.util.Date").withParameters(0),
            Calls.to("java.util.Calendar", "getInstance"),
            Calls.to("java.lang.Math", "random"),
            Calls.toNew("java.util.Random").withParameters(0),
            Calls.toNew("java.util.SplittableRandom").withParameters(0),
            Calls.all("java.util.concurrent.ThreadLocalRandom"),
            Calls.toNew("java.security.SecureRandom"),
            Calls.to("java.util.random.RandomGenerator", "getDefault"),
            Calls.to("java.util.UUID", "randomUUID"));

    private final String root;

    OutsideWorldRules(String root) {
        this.root = root;
    }

    ArchRule onlyWorkersCreateThreads() {
        return classes()
                .that()
                .resideOutsideOfPackages(
                        root + ".runtime.worker..",
                        root + ".network.tcp..",
                        root + ".connectors..",
                        root + ".web..",
                        root + ".cli..",
                        root + ".examples..",
                        root + ".testkit.world..")
                .should(Calls.noneOf(THREADS))
                .because(
                        "only runtime.worker, rooms that own the threads of their libraries, examples that ask services"
                                + " as users' programs do, and the simulated world whose threads pass one turn on, create"
                                + " threads")
                .allowEmptyShould(true);
    }

    ArchRule onlyWorkersReadClocksAndThrowDice() {
        return classes()
                .that()
                .resideOutsideOfPackages(
                        root + ".runtime.worker..",
                        root + ".network.tcp..",
                        root + ".connectors..",
                        root + ".web..",
                        root + ".cli..",
                        root + ".testkit..",
                        root + ".check..")
                .should(Calls.noneOf(TIME_AND_CHANCE))
                .because("time and chance are handed in: core.time.Clock, a seed")
                .allowEmptyShould(true);
    }
}
