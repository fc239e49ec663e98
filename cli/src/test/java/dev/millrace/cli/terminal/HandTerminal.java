package dev.millrace.cli.terminal;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A terminal without end or width that knows three orders: up, to the start of the line, and erase below. */
final class HandTerminal extends OutputStream {

    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private final StringBuilder order = new StringBuilder();
    private int row;
    private int column;

    @Override
    public void write(int one) {
        char letter = (char) one;
        if (order.length() > 0 || letter == '\u001b') {
            order.append(letter);
            if (Character.isLetter(letter)) {
                obey();
            }
        } else if (letter == '\n') {
            row++;
            column = 0;
            if (row == lines.size()) {
                lines.add(new StringBuilder());
            }
        } else if (letter == '\r') {
            column = 0;
        } else {
            StringBuilder line = lines.get(row);
            line.replace(column, Math.min(line.length(), column + 1), String.valueOf(letter));
            column++;
        }
    }

    private void obey() {
        String words = order.substring(2, order.length() - 1);
        switch (order.charAt(order.length() - 1)) {
            case 'A' -> row -= Integer.parseInt(words);
            case 'J' -> {
                lines.subList(row + 1, lines.size()).clear();
                lines.get(row).setLength(column);
            }
            default -> throw new AssertionError("an order that is not known: " + order);
        }
        order.setLength(0);
    }

    /** What is to be seen, without the empty line that the cursor stands in. */
    List<String> lines() {
        List<String> shown =
                new ArrayList<>(lines.stream().map(StringBuilder::toString).toList());
        if (shown.get(shown.size() - 1).isEmpty()) {
            shown.remove(shown.size() - 1);
        }
        return shown;
    }
}
