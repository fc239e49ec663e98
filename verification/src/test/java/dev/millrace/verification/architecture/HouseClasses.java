package dev.millrace.verification.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The compiled classes that rules judge: all modules on the class path, or the fixtures. Read once for all tests. */
public final class HouseClasses {
    public static final String ROOT = "dev.millrace";
    static final String BAD_ROOT = "dev.millrace.verification.architecture.bad";

    static final String SHADED_PACKAGE = "dev.millrace.core.shaded";
    private static final String SHADED_PATH = SHADED_PACKAGE.replace('.', '/') + "/";

    private HouseClasses() {}

    /** All classes of all modules. */
    public static JavaClasses engine() {
        return Engine.CLASSES;
    }

    /** The classes that break the rules. */
    static JavaClasses fixtures() {
        return Fixtures.CLASSES;
    }

    private static boolean isEngine(Location location) {
        return !location.contains(SHADED_PATH) && !location.contains(ownPath());
    }

    private static String ownPath() {
        try {
            Path path = Path.of(HouseClasses.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return path.toString().replace('\\', '/') + "/";
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the tests come from no readable place", e);
        }
    }

    private static final class Engine {
        static final JavaClasses CLASSES =
                new ClassFileImporter().withImportOption(HouseClasses::isEngine).importPackages(ROOT);
    }

    private static final class Fixtures {
        static final JavaClasses CLASSES = new ClassFileImporter().importPackages(BAD_ROOT);
    }
}
