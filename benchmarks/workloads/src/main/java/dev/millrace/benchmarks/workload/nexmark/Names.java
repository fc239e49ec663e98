package dev.millrace.benchmarks.workload.nexmark;

/** What people, places and things are called. */
final class Names {
    static final String[] STATES = {"AZ", "CA", "ID", "OR", "WA", "WY"};
    static final String[] CITIES = {
        "Phoenix", "Los Angeles", "San Francisco", "Boise", "Portland", "Bend", "Redmond", "Seattle", "Kent", "Cheyenne"
    };
    static final String[] CHANNELS = {"Google", "Facebook", "Baidu", "Apple"};
    static final String[] PEOPLE = new String[64];
    static final String[] EMAILS = new String[64];
    static final String[] URLS = new String[64];
    static final String[] ITEMS = new String[64];

    static {
        for (int i = 0; i < 64; i++) {
            PEOPLE[i] = "Name" + i + " Surname" + i * 7 % 64;
            EMAILS[i] = "user" + i + "@example" + i % 5 + ".com";
            URLS[i] = "https://www.nexmark.com/item" + i + "/item.htm?query=1";
            ITEMS[i] = "item number " + i;
        }
    }

    private Names() {}
}
