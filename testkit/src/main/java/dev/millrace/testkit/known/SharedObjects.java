package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import java.util.ArrayList;
import java.util.List;
import org.junit.rules.ExternalResource;

/** Objects that a JUnit 4 test shares with the functions of its jobs, until the test ends. */
@ModelApi
public class SharedObjects extends ExternalResource {

    private final List<Kept<?>> objects = new ArrayList<>();

    public static SharedObjects create() {
        return new SharedObjects();
    }

    /** Shares an object. */
    public <T> SharedReference<T> add(T object) {
        Kept<T> kept = Kept.of(object);
        objects.add(kept);
        return kept;
    }

    @Override
    protected void after() {
        objects.forEach(Kept::forget);
        objects.clear();
    }
}
