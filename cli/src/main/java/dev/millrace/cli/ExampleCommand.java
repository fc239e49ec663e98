package dev.millrace.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs an example. */
@Command(name = "example", description = "Runs an example; its options come after its name.")
final class ExampleCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NAME", description = "the example's name; millrace examples lists them")
    private String name;

    @Parameters(index = "1..*", paramLabel = "OPTIONS", description = "the example's options; --help lists them")
    private List<String> options = List.of();

    @Override
    public Integer call() throws Exception {
        ClassLoader classes = ExampleCommand.class.getClassLoader();
        Program.of(Example.named(name, classes).mainClass(), classes).run(options);
        return ExitCode.SUCCESS.number();
    }
}
