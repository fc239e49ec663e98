package dev.millrace.core.diagnosis;

import dev.millrace.core.diagnosis.Diagnosis.OperatorCount;
import java.util.List;
import java.util.Locale;

/** Writes a diagnosis as a page of text: a table of the operators, then the findings, each with its remedy. */
final class DiagnosisText {

    private static final String[] HEAD = {"operator", "in", "out", "late", "filtered"};

    private DiagnosisText() {}

    static String of(Diagnosis diagnosis) {
        StringBuilder text = new StringBuilder();
        text.append("job '").append(diagnosis.job()).append("': ").append(diagnosis.summary());
        text.append("\n\n");
        table(diagnosis.operators(), text);
        int number = 1;
        for (Finding finding : diagnosis.findings()) {
            text.append('\n').append(number).append(". ").append(finding.what()).append('\n');
            text.append("   -> ").append(finding.remedy()).append('\n');
            number++;
        }
        return text.toString();
    }

    private static void table(List<OperatorCount> operators, StringBuilder text) {
        String[][] rows = new String[operators.size() + 1][];
        rows[0] = HEAD;
        for (int row = 0; row < operators.size(); row++) {
            OperatorCount operator = operators.get(row);
            rows[row + 1] = new String[] {
                operator.name(),
                number(operator.in()),
                number(operator.out()),
                number(operator.late()),
                number(operator.filtered())
            };
        }
        int[] widths = new int[HEAD.length];
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        }
        for (String[] row : rows) {
            text.append("  ").append(row[0]).append(" ".repeat(widths[0] - row[0].length()));
            for (int column = 1; column < row.length; column++) {
                text.append(" ".repeat(2 + widths[column] - row[column].length()))
                        .append(row[column]);
            }
            text.append('\n');
        }
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
