package dev.millrace.verification.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule of the house refuses the snippet that breaks it and accepts its good neighbour. */
final class RulesFailTest {
    @Test
    void refusesAClassOfMoreThan500Lines() {
        String large = "final class Large {" + "\n".repeat(500) + "}";

        assertThat(SizeRules.classes(Set.of()).complaints(main("core", large)))
                .singleElement()
                .asString()
                .contains("class Large has 501 lines");
        assertThat(SizeRules.classes(Set.of()).complaints(main("core", "@ModelApi " + large)))
                .isEmpty();
        assertThat(SizeRules.classes(Set.of("Large")).complaints(main("core", large)))
                .isEmpty();
        assertThat(SizeRules.classes(Set.of()).complaints(main("core", "final class Fits {" + "\n".repeat(499) + "}")))
                .isEmpty();
    }

    @Test
    void tellsAClassOfMoreThan300Lines() {
        assertThat(SizeRules.largeClasses().complaints(main("core", "class Large {" + "\n".repeat(300) + "}")))
                .singleElement()
                .asString()
                .contains("is large");
    }

    @Test
    void refusesAMethodOfMoreThan60Lines() {
        String body = "{" + "\n".repeat(60) + "}";

        assertThat(SizeRules.methods().complaints(main("core", "class C { void longOne() " + body + "}")))
                .singleElement()
                .asString()
                .contains("longOne has 61 lines");
        assertThat(SizeRules.methods()
                        .complaints(test("class C { Object o = new Object() { void m() " + body + "}; }")))
                .hasSize(1);
        assertThat(SizeRules.methods().complaints(main("core", "@ModelApi class C { void m() " + body + "}")))
                .isEmpty();
    }

    @Test
    void refusesAConstructorOfSevenParameters() {
        String seven = "(int a, int b, int c, int d, int e, int f, int g)";

        assertThat(SizeRules.constructors().complaints(main("core", "class C { C" + seven + " {} }")))
                .singleElement()
                .asString()
                .contains("a record is missing");
        assertThat(SizeRules.constructors().complaints(main("core", "record R" + seven + " {}")))
                .isEmpty();
        assertThat(SizeRules.constructors().complaints(main("core", "class C { void m" + seven + " {} }")))
                .isEmpty();
    }

    @Test
    void refusesMonitorsInTheControlPlane() {
        String block = "class C { void m() { synchronized (this) { } } }";

        assertThat(CodeRules.noSynchronizedInCluster().complaints(main("cluster", block)))
                .hasSize(1);
        assertThat(CodeRules.noSynchronizedInCluster()
                        .complaints(main("cluster", "class C { synchronized void m() {} }")))
                .hasSize(1);
        assertThat(CodeRules.noSynchronizedInCluster().complaints(main("network", block)))
                .isEmpty();
    }

    @Test
    void refusesSleepingTests() {
        assertThat(CodeRules.noSleepingTests().complaints(test("class C { void m() { Thread.sleep(1); } }")))
                .hasSize(1);
        assertThat(CodeRules.noSleepingTests().complaints(test("class C { Wait w = LockSupport::parkNanos; }")))
                .hasSize(1);
        assertThat(CodeRules.noSleepingTests()
                        .complaints(main("runtime", "class C { Wait w = LockSupport::parkNanos; }")))
                .isEmpty();
    }

    @Test
    void refusesDisabledTests() {
        assertThat(CodeRules.noDisabledTests().complaints(test("class C { @Disabled(\"flaky\") @Test void m() {} }")))
                .hasSize(1);
    }

    @Test
    void refusesToWriteToTheConsole() {
        String print =
                "class PrintSink { void m() { System.out.println(1); java.util.List.of().forEach(System.err::println);"
                        + " } }";

        assertThat(CodeRules.noConsole().complaints(main("core", print))).hasSize(2);
        assertThat(CodeRules.noConsole().complaints(main("cli", print))).isEmpty();
        assertThat(CodeRules.noConsole()
                        .complaints(SourceFile.parse(
                                "connectors/basic", SourceFile.Kind.MAIN, "connectors/basic/PrintSink.java", print)))
                .isEmpty();
    }

    @Test
    void refusesRemarksForLater() {
        assertThat(TextRules.nothingForLater().complaints(main("core", "/* later: TO" + "DO */ class C {}")))
                .hasSize(1);
        assertThat(TextRules.nothingForLater().complaints(main("core", "class C { String s = \"// TO" + "DO\"; }")))
                .isEmpty();
    }

    @Test
    void refusesCodeInComments() {
        assertThat(TextRules.noCommentedOutCode().complaints(main("core", "class C {\n  // int old = 1;\n}")))
                .singleElement()
                .asString()
                .startsWith("Snippet.java:2:");
        assertThat(TextRules.noCommentedOutCode().complaints(main("core", "class C {\n  // the old one is kept\n}")))
                .isEmpty();
        assertThat(TextRules.noCommentedOutCode()
                        .complaints(main("core", "class C { String s = \"\"\"\n  // int x = 1;\n  \"\"\"; }")))
                .isEmpty();
    }

    @Test
    void refusesFoldersOfSomebodysMachine() {
        assertThat(TextRules.noMachinePaths().complaints(main("core", "class C { String s = \"/ro" + "ot/x\"; }")))
                .hasSize(1);
        assertThat(TextRules.machinePaths("README.md", "runtime/work" + "/x and https://a.b/home" + "/"))
                .isEmpty();
    }

    private static SourceFile main(String module, String text) {
        return SourceFile.parse(module, SourceFile.Kind.MAIN, "Snippet.java", text);
    }

    private static SourceFile test(String text) {
        return SourceFile.parse("core", SourceFile.Kind.TEST, "Snippet.java", text);
    }
}
