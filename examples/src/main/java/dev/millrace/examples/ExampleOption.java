package dev.millrace.examples;

/**
 * An option that an example knows.
 *
 * @param name what follows the two dashes
 * @param value what the value is, for the list of options
 * @param meaning what it does, and what happens without it
 */
record ExampleOption(String name, String value, String meaning) {

    @Override
    public String toString() {
        return String.format("  --%-36s %s", name + " " + value, meaning);
    }
}
