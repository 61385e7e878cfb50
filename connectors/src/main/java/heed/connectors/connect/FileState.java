package heed.connectors.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says by what a file is seen to have changed; {@code key} tells one that took the place of another. */
record FileState(long size, FileTime changed, @Nullable Object key) {

    /** How one stands that can't be looked at. */
    static final FileState UNKNOWN = new FileState(-1, FileTime.fromMillis(0), null);

    /** Looks at a file; nothing where there is no ordinary one any more. */
    static Optional<FileState> of(Path file) throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return found.isRegularFile()
                    ? Optional.of(new FileState(found.size(), found.lastModifiedTime(), found.fileKey()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
