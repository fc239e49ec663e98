package dev.millrace.cli;

import dev.millrace.core.option.GivenOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Option;

/** What all commands that run programs have in common. */
final class RunOptions {

    @Option(
            names = "--explain",
            description = "print the plan of the program's first job, and end the program instead of running it")
    private boolean explain;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description = {
                "a setting of the engine that the program does not set itself, such as",
                "-D parallelism.default=4; docs/options.md lists all"
            })
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--no-live", description = "show neither how the job does nor, at its end, what it has done")
    private boolean noLive;

    /**
     * Hands the settings to the programs of this process.
     *
     * @throws IllegalArgumentException when one is unknown or has a value of another form
     */
    void give(Properties properties) {
        Properties given = new Properties();
        settings.forEach((key, value) -> given.setProperty(GivenOptions.PREFIX + key, value));
        GivenOptions.among(given);
        properties.putAll(given);
    }

    boolean live() {
        return !noLive && !explain;
    }

    boolean explain() {
        return explain;
    }
}
