package heed.connectors.published;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Says where published figures are read from and which month they are laid into: the file itself does not say.
 *
 * @param name for messages
 * @param sheet of a workbook; else the one that can be seen and has anything in it
 */
public record PublishedSource(String name, YearMonth month, Optional<String> sheet, Opener opener) {

    /** Takes a file that has no sheets, or one alone. */
    public PublishedSource(String name, YearMonth month, Opener opener) {
        this(name, month, Optional.empty(), opener);
    }

    /** Opens the file's bytes, afresh at each call. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    /** Returns a file whose name says its month, as {@code format} reads names. */
    public static PublishedSource ofFile(Path file, PublishedFormat format) {
        return ofFile(file, format.monthIn(nameOf(file)));
    }

    /** Returns a file of the given month, whatever its name says. */
    public static PublishedSource ofFile(Path file, YearMonth month) {
        return new PublishedSource(nameOf(file), month, () -> Files.newInputStream(file));
    }

    /** Returns the same file with the sheet that is to be read. */
    public PublishedSource of(String named) {
        return new PublishedSource(name, month, Optional.of(named), opener);
    }

    /** Returns figures that come with Heed. */
    public static PublishedSource shipped(String name, YearMonth month) {
        return new PublishedSource(name, month, () -> {
            InputStream resource = PublishedSource.class.getResourceAsStream("/heed/data/" + name);
            if (resource == null) {
                throw new IOException("/heed/data/" + name + " is missing from the program");
            }
            return resource;
        });
    }

    /** Reads a month as written {@code 2026-03}. */
    public static YearMonth monthOf(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new PublishedException("a month is written YYYY-MM, as in 2026-03; was '" + text + "'", e);
        }
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
