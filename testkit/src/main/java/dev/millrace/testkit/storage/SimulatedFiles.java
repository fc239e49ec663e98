package dev.millrace.testkit.storage;

import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.FileSystemFactory;
import dev.millrace.testkit.world.World;
import java.io.IOException;
import java.net.URI;

/** Files whose paths begin with {@code sim:///}: those of the simulated disk, for code that a simulation runs. */
public final class SimulatedFiles implements FileSystemFactory {
    @Override
    public String getScheme() {
        return "sim";
    }

    @Override
    public FileSystem create(URI uri) throws IOException {
        World world = World.current();
        SimulatedDisk disk = world.shared(SimulatedDisk.class, () -> {
            throw new IllegalStateException("this world has no disk, so there is no " + uri);
        });
        return disk.of(world.currentProcess());
    }
}
