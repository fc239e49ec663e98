package dev.millrace.cli.live;

/** How words stand out on a terminal, by ECMA-48; plain where colours are not wanted. */
enum Paint {
    BOLD("1"),
    FAINT("2"),
    RED("31"),
    YELLOW("33");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    String on(String text, boolean colours) {
        return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
