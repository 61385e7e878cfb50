package heed.app.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prepares the data directory: what patients answered is in it, so nobody else on the machine may look in. */
public final class DataDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

    private DataDirectory() {}

    /**
     * Makes it where it is not there, and closes it to all but its owner (mode 0700) where the file system knows
     * owners. One that belongs to somebody else can't be closed, and one that all may write to, such as {@code /tmp},
     * is others' too and stays as it is; the log says so.
     *
     * @throws StartException where it can't be made
     */
    public static void prepare(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StartException(
                    "The data directory " + directory + " can't be made (" + e
                            + "). Make it, or choose another with --data.",
                    e);
        }
        close(directory);
    }

    private static void close(Path directory) {
        var attributes = Files.getFileAttributeView(directory, PosixFileAttributeView.class);
        if (attributes == null) {
            return;
        }
        try {
            Set<PosixFilePermission> found = attributes.readAttributes().permissions();
            if (found.contains(PosixFilePermission.OTHERS_WRITE)) {
                LOG.warn(
                        "The data directory is one that everybody on this machine may write to: give Heed its own"
                                + " directory={}",
                        directory);
            } else if (!found.equals(OWN)) {
                attributes.setPermissions(OWN);
            }
        } catch (IOException e) {
            LOG.warn(
                    "The data directory can't be closed to other users of this machine directory={} reason={}",
                    directory,
                    e.toString());
        }
    }
}
