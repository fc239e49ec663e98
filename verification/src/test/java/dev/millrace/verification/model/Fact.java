package dev.millrace.verification.model;

/**
 * A record of a story.
 *
 * @param number of the happening that it came in: no two facts have the same
 * @param level a small number that says nothing of itself
 */
record Fact(String key, int number, int level) {

    static Fact sum(Fact one, Fact other) {
        return new Fact(one.key, one.number + other.number, one.level + other.level);
    }

    @Override
    public String toString() {
        return key + "#" + number + "/" + level;
    }
}
