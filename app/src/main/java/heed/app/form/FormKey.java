package heed.app.form;

import heed.connectors.form.FormLinks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the key that links to the form are signed with: in a file of the data directory, made when it is first needed.
 * With another key every link that was given out is good for nothing.
 */
public final class FormKey {

    /** Its name in the data directory. */
    public static final String FILE = "form.key";

    private static final Logger LOG = LoggerFactory.getLogger(FormKey.class);
    private static final int BYTES = 32;

    private FormKey() {}

    /**
     * Returns what signs with the key of a data directory. One that is damaged is put aside and another made: whatever
     * else Heed does must not wait for it.
     */
    public static FormLinks links(Path data, SecureRandom random) {
        Path file = data.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                make(file, random);
            }
            Optional<FormLinks> links = read(file);
            if (links.isPresent()) {
                return links.get();
            }
            Path aside = data.resolve(FILE + ".damaged");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn(
                    "The key of links to the form is damaged, and there is another now: links that were given out are good"
                            + " for nothing until the key is brought back damaged={}",
                    aside);
            make(file, random);
            return read(file).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write " + file + ", the key of links to the form", e);
        }
    }

    /** Returns nothing for a file that is no key. */
    private static Optional<FormLinks> read(Path file) throws IOException {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return Optional.of(new FormLinks(Base64.getDecoder().decode(text.strip())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void make(Path file, SecureRandom random) throws IOException {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(directory, "form", ".new", ownersAlone());
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
