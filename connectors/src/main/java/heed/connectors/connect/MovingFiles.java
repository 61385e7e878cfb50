package heed.connectors.connect;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Moves a file out of one directory into another, if it is still the one that is meant. It is renamed first, to a name
 * that nobody else writes to and that is not read, and looked at then: whoever puts another in its place meanwhile
 * loses nothing.
 */
final class MovingFiles {

    private static final String MOVING = ".moving-";

    private final Path from;
    private final Path into;

    MovingFiles(Path from, Path into) {
        this.from = from;
        this.into = into;
    }

    Path from() {
        return from;
    }

    Path into() {
        return into;
    }

    /**
     * Moves a file that stood in a state when it was read; one that somebody has taken away already counts as moved.
     *
     * @return whether it was the one that is meant; another is where it was
     */
    boolean move(SourceFile file, Path path, FileState state) throws IOException {
        if (!FileWatch.isStill(path, state)) {
            return Files.notExists(path);
        }
        Path moving = path.resolveSibling(MOVING + file.name());
        try {
            Files.move(path, moving, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return true;
        }
        if (!FileWatch.isStill(moving, state)
                || !SourceFile.of(moving).content().equals(file.content())) {
            putBack(moving);
            return false;
        }
        try {
            moveIntoPlace(file, moving);
        } catch (IOException e) {
            putBack(moving);
            throw e;
        }
        return true;
    }

    private void moveIntoPlace(SourceFile file, Path moving) throws IOException {
        Path target = into.resolve(file.name());
        if (Files.exists(target)) {
            target = into.resolve(file.nameOfItsOwn());
        }
        try {
            Files.move(moving, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(moving, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Gives a file its name again; nothing that has this name by now is written over. */
    private static void putBack(Path moving) throws IOException {
        String name = String.valueOf(moving.getFileName()).substring(MOVING.length());
        try {
            Files.move(moving, moving.resolveSibling(name));
        } catch (FileAlreadyExistsException e) {
            throw new ConnectException(
                    name + " was put there again while one of this name was moved away, which is " + moving
                            + " now; give that another name, by which it is read, then start the task again",
                    e);
        }
    }

    /** Puts back what was renamed and got no further. */
    void recover() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(from, MOVING + "?*")) {
            all.forEach(found::add);
        }
        for (Path moving : found) {
            putBack(moving);
        }
    }
}
