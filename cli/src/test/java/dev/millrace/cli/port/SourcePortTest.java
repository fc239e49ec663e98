package dev.millrace.cli.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names in code are replaced, each kind of import among them; strings and comments stay. */
final class SourcePortTest {

    private static final NameMap MAP = new NameMap(
            Map.ofEntries(
                    Map.entry("org.apache.flink.a.Stream", "our.stream.Stream"),
                    Map.entry("org.apache.flink.a.Stream.Part", "our.stream.Stream.Part"),
                    Map.entry("org.apache.flink.a.Stream.Moved", "our.place.Moved"),
                    Map.entry("org.apache.flink.a.Old", "our.stream.New"),
                    Map.entry("org.apache.flink.b.Time", "our.time.Time")),
            Map.of("org.apache.flink.sql", "there is no SQL", "org.apache.flink.b.Lost", "was lost"),
            Map.of());

    private final OwnTypes own = new OwnTypes();

    private PortedSource port(String source) {
        List<Token> tokens = Tokens.of(source);
        own.add(tokens);
        return SourcePort.port(MAP, own, "A.java", tokens);
    }

    private void ports(String source, String expected) {
        PortedSource ported = port(source);
        assertThat(ported.text()).isEqualTo(expected);
        assertThat(ported.complaints()).isEmpty();
    }

    @Test
    void singleImports() {
        ports("import org.apache.flink.a.Stream;\nclass A {}", "import our.stream.Stream;\nclass A {}");
    }

    @Test
    void marksOfWhatIsStableGo() {
        ports(
                "import org.apache.flink.annotation.Public;\nimport org.apache.flink.annotation.Since;\n"
                        + "@Public @Since(\"1\")\nclass A { @Deprecated @Public int b; }",
                "\n\nclass A { @Deprecated int b; }");
    }

    @Test
    void importsOfNestedClasses() {
        ports(
                "import org.apache.flink.a.Stream.Part;\nimport org.apache.flink.a.Stream.Moved;\n",
                "import our.stream.Stream.Part;\nimport our.place.Moved;\n");
    }

    @Test
    void staticImportsOfMembersAndOfAllMembers() {
        ports(
                "import static org.apache.flink.b.Time.seconds;\nimport static org.apache.flink.a.Stream.Part.*;\n",
                "import static our.time.Time.seconds;\nimport static our.stream.Stream.Part.*;\n");
    }

    @Test
    void aStarBecomesTheNamesThatAreUsed() {
        ports(
                "import org.apache.flink.a.*;\nclass A { Stream s; Old o; }",
                "import our.stream.New;\nimport our.stream.Stream;\nclass A { Stream s; New o; }");
    }

    @Test
    void aStarDoesNotHideWhatLiesNearer() {
        ports(
                "package p;\nimport org.apache.flink.a.*;\nimport x.Stream;\nclass Old { Stream s; }",
                "package p;\n\nimport x.Stream;\nclass Old { Stream s; }");
    }

    @Test
    void namesWrittenInFullAlsoOverSeveralLines() {
        ports(
                "class A { org.apache.flink.b.Time t = org.apache.flink\n  .b.Time.ZERO; }",
                "class A { our.time.Time t = our.time.Time.ZERO; }");
    }

    @Test
    void aClassWithAnotherSimpleNameIsRenamedWhereItIsUsed() {
        ports(
                "import org.apache.flink.a.Old;\nclass A extends Old { Old old = this.Old; }",
                "import our.stream.New;\nclass A extends New { New old = this.Old; }");
    }

    @Test
    void aNestedClassThatMovedIsNamedInFull() {
        ports(
                "import org.apache.flink.a.Stream;\nclass A { Stream.Moved m; Stream.Part p; }",
                "import our.stream.Stream;\nclass A { our.place.Moved m; Stream.Part p; }");
    }

    @Test
    void stringsCharactersTextBlocksAndCommentsStay() {
        String text = """
            class A { // org.apache.flink.b.Time
              String s = "org.apache.flink.b.Time \\" org.apache.flink.b.Time"; char c = '"'; /* org.apache.flink.b.Time */
              String t = \"""
                  org.apache.flink.b.Time "quoted" \\\""" org.apache.flink.b.Time
                  \""";
            }
            """;
        ports(text, text);
    }

    @Test
    void linksInDocumentationFollow() {
        ports(
                "/** {@link org.apache.flink.b.Time#of} org.apache.flink.b.Time\n * @see org.apache.flink.x.Y */",
                "/** {@link our.time.Time#of} org.apache.flink.b.Time\n * @see org.apache.flink.x.Y */");
    }

    @Test
    void packageInfoKeepsItsPackage() {
        ports(
                "@org.apache.flink.b.Time\npackage org.apache.flink.mine;",
                "@our.time.Time\npackage org.apache.flink.mine;");
    }

    @Test
    void namesOfTheOwnPackageAreImportedWhenThePackageIsOneOfTheirs() {
        ports(
                "package org.apache.flink.a;\nclass A { Stream s; }",
                "package org.apache.flink.a;\nimport our.stream.Stream;\nclass A { Stream s; }");
    }

    @Test
    void typesThatTheSourcesDeclareThemselvesStay() {
        own.add(Tokens.of("package org.apache.flink.mine; public @interface Data {} record Other() {}"));
        String text = "import org.apache.flink.mine.Data;\nimport org.apache.flink.mine.*;\n"
                + "import static org.apache.flink.mine.Data.LINES;\nclass A { org.apache.flink.mine.Other o; }";
        ports(text, text);
    }

    @Test
    void theTriggerOfAnAssignerLosesItsArgument() {
        ports(
                "class A { Trigger getDefaultTrigger(StreamExecutionEnvironment env) { return getDefaultTrigger(x); }"
                        + " }",
                "class A { Trigger getDefaultTrigger() { return getDefaultTrigger(x); } }");
    }

    @Test
    void whatIsNotMappedIsLeftAndSaidWithItsLine() {
        PortedSource ported = port("""
            package p;

            import org.apache.flink.sql.Table;
            import static org.apache.flink.sql.Names.$;
            import org.apache.flink.unknown.*;
            import org.apache.flink.b.*;
            class A { Lost lost;
              org.apache.flink.x.Y y; }
            """);

        assertThat(ported.complaints())
                .extracting(Complaint::toString)
                .containsExactly(
                        "A.java:3: org.apache.flink.sql.Table: there is no SQL",
                        "A.java:4: org.apache.flink.sql.Names: there is no SQL",
                        "A.java:5: org.apache.flink.unknown.*: has no class of ours",
                        "A.java:6: org.apache.flink.b.Lost: was lost",
                        "A.java:8: org.apache.flink.x.Y: has no class of ours");
        assertThat(ported.text()).contains("import org.apache.flink.sql.Table;", "org.apache.flink.x.Y y;");
    }

    @Test
    void whatWasReplacedIsCounted() {
        assertThat(port("import org.apache.flink.a.Old;\nclass A { Old a; org.apache.flink.b.Time b; }")
                        .names())
                .isEqualTo(3);
    }
}
