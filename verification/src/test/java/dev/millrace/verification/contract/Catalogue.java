package dev.millrace.verification.contract;

import java.util.ArrayList;
import java.util.List;

/** Every operator of the stream API, with input for it. */
final class Catalogue {

    private Catalogue() {}

    static List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        all.addAll(PlainEntries.all());
        all.addAll(KeyedEntries.all());
        all.addAll(WindowEntries.all());
        all.addAll(JoinEntries.all());
        all.addAll(EndEntries.all());
        all.addAll(AsyncEntries.all());
        return all;
    }
}
