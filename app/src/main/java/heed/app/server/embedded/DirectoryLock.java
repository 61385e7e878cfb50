package heed.app.server.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a data directory to one server at a time.
 *
 * <p>The lock is the operating system's and not the file's existence: a process that was killed leaves the file but not
 * the lock, so the next start works.
 */
final class DirectoryLock implements AutoCloseable {

    private static final String FILE = "in-use.lock";

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Creates the directory where it is missing and takes it, or says in words why it can't be had. */
    static DirectoryLock take(Path directory) {
        FileChannel channel = open(directory);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        } catch (IOException e) {
            close(channel);
            throw unusable(directory, e);
        }
        if (lock == null) {
            close(channel);
            throw new ServerStartException("The data directory " + directory
                    + " is in use by another running Heed. Stop that one, or choose another directory with --data.");
        }
        return new DirectoryLock(channel);
    }

    private static FileChannel open(Path directory) {
        try {
            Files.createDirectories(directory);
            return FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new ServerStartException(
                    "The data directory " + directory + " can't be used: " + e.getFile()
                            + " is a file. Choose another directory with --data.",
                    e);
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    private static ServerStartException unusable(Path directory, IOException cause) {
        return new ServerStartException(
                "The data directory " + directory + " can't be written (" + cause
                        + "). Make it writable, or choose another directory with --data.",
                cause);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("could not give back a data directory", e);
        }
    }

    @Override
    public void close() {
        close(channel);
    }
}
