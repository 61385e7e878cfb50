package heed.app.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Tells whether this process may open as many files as a broker of its own needs: some for each partition. */
public final class OpenFilesCheck {

    private static final long LEAST = 1_024;

    private OpenFilesCheck() {}

    /** Returns the finding for this process. */
    public static Finding run() {
        return run(
                ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                        ? system.getMaxFileDescriptorCount()
                        : Long.MAX_VALUE);
    }

    /** Returns the finding for a process that may open so many. */
    static Finding run(long most) {
        return most >= LEAST
                ? Finding.ok("enough files may be opened")
                : Finding.problem(
                        "this process may have " + most + " open files, and Kafka of its own needs " + LEAST,
                        "Run `ulimit -n 4096` before, or have the limit raised where it is set");
    }
}
