package dev.millrace.testkit.contract;

/**
 * Something that came out.
 *
 * @param moment how many happenings there had been
 * @param text a record with its timestamp, or a mark
 * @param mark whether it is a watermark, a change of idleness, or the end
 */
public record Item(int moment, String text, boolean mark) {
    static final String IDLE = "idle";
    static final String ACTIVE = "active";
    static final String END = "end";

    @Override
    public String toString() {
        return moment + ": " + text;
    }
}
