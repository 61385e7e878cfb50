package heed.app.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a key of links that are given out, or of what is sealed: in a file of the data directory, made when it is first
 * needed. With another key every link that was given out is good for nothing, and what was sealed is lost.
 */
public final class KeyFile {

    /** The name of the key by which second factors are sealed. */
    public static final String SECOND_FACTORS = "second-factor.key";

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final int BYTES = 32;

    private KeyFile() {}

    /** How the file of a key is found. */
    public enum State {
        GOOD,
        MISSING,
        /** This user may not read it, or it is no file. */
        UNREADABLE,
        /** There is no key in it. */
        DAMAGED,
        /** Others than its owner may read or write it. */
        OPEN_TO_OTHERS
    }

    /** Looks at the file of a key, and changes nothing. */
    public static State look(Path data, String name) {
        Path file = data.resolve(name);
        if (Files.notExists(file)) {
            return State.MISSING;
        }
        try {
            if (read(file).isEmpty()) {
                return State.DAMAGED;
            }
            return isOpenToOthers(file) ? State.OPEN_TO_OTHERS : State.GOOD;
        } catch (IOException e) {
            return State.UNREADABLE;
        }
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                && !EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)
                        .containsAll(Files.getPosixFilePermissions(file));
    }

    /**
     * Returns the key of a data directory, at least 32 bytes. One that is damaged is put aside and another made:
     * whatever else Heed does must not wait for it.
     *
     * @param name of the file
     * @param what it is the key of, in words
     */
    public static byte[] key(Path data, String name, String what, SecureRandom random) {
        Path file = data.resolve(name);
        try {
            if (!Files.exists(file)) {
                make(file, random);
            }
            Optional<byte[]> key = read(file);
            if (key.isPresent()) {
                return key.get();
            }
            Path aside = data.resolve(name + ".damaged");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn(
                    "The key of {} is damaged, and there is another now: what was made by it is good for nothing until"
                            + " it is brought back damaged={}",
                    what,
                    aside);
            make(file, random);
            return read(file).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write " + file + ", the key of " + what, e);
        }
    }

    /** Returns nothing for a file that is no key. */
    private static Optional<byte[]> read(Path file) throws IOException {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return Optional.of(Base64.getDecoder().decode(text.strip())).filter(key -> key.length >= BYTES);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void make(Path file, SecureRandom random) throws IOException {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(directory, "key", ".new", ownersAlone());
        Files.writeString(written, Base64.getEncoder().encodeToString(key) + "\n");
        try {
            // A link never replaces: whoever comes second uses the first one's.
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(written);
        }
    }

    private static FileAttribute<?>[] ownersAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
