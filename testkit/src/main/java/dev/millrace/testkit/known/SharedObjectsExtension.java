package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Objects that a JUnit 5 test shares with the functions of its jobs, until the test ends. */
@ModelApi
public class SharedObjectsExtension implements AfterEachCallback {

    private final List<Kept<?>> objects = new ArrayList<>();

    public static SharedObjectsExtension create() {
        return new SharedObjectsExtension();
    }

    /** Shares an object. */
    public <T> SharedReference<T> add(T object) {
        Kept<T> kept = Kept.of(object);
        objects.add(kept);
        return kept;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        objects.forEach(Kept::forget);
        objects.clear();
    }
}
