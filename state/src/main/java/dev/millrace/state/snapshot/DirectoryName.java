package dev.millrace.state.snapshot;

import java.nio.charset.StandardCharsets;

/** Names of jobs and runs as names of directories: readable, and the same for the same name only. */
final class DirectoryName {

    /** Room below the 255 bytes that file systems allow. */
    private static final int LENGTH_MAX = 200;

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-. ";

    private DirectoryName() {}

    /** Letters, digits, blanks and {@code _-.} stay; every other byte of the name's UTF-8 becomes {@code %XX}. */
    static String of(String name) {
        StringBuilder text = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (PLAIN.indexOf(c) >= 0 && !(c == '.' && text.isEmpty())) {
                text.append(c);
            } else {
                text.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                text.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        if (text.isEmpty()) {
            return "%";
        }
        if (text.length() > LENGTH_MAX) {
            return text.substring(0, LENGTH_MAX) + "%" + Integer.toHexString(name.hashCode());
        }
        return text.toString();
    }
}
