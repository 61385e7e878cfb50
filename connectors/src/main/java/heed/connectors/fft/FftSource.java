package heed.connectors.fft;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says where published figures are read from and of which month they are: the file itself does not say.
 *
 * @param name for messages
 */
public record FftSource(String name, YearMonth month, Opener opener) {

    private static final Pattern MONTH_IN_NAME = Pattern.compile("_(\\d{4}-\\d{2})\\.csv$", Pattern.CASE_INSENSITIVE);
    private static final String SHIPPED = "fft_inpatient_trusts_2026-03.csv";

    /** Opens the file's bytes, afresh at each call. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    /** Returns a file whose name ends in its month, as in {@code fft_inpatient_trusts_2026-03.csv}. */
    public static FftSource ofFile(Path file) {
        String name = nameOf(file);
        Matcher matcher = MONTH_IN_NAME.matcher(name);
        if (!matcher.find()) {
            throw new FftImportException(
                    "which month is " + name + "? Say --month YYYY-MM, or let the name end in _YYYY-MM.csv");
        }
        return ofFile(file, monthOf(matcher.group(1)));
    }

    /** Returns a file of the given month, whatever its name says. */
    public static FftSource ofFile(Path file, YearMonth month) {
        return new FftSource(nameOf(file), month, () -> Files.newInputStream(file));
    }

    /** Returns the figures that come with Heed: inpatients of sixty trusts, March 2026. */
    public static FftSource shipped() {
        return new FftSource(SHIPPED, YearMonth.of(2026, 3), () -> {
            InputStream resource = FftSource.class.getResourceAsStream("/heed/data/" + SHIPPED);
            if (resource == null) {
                throw new IOException("/heed/data/" + SHIPPED + " is missing from the program");
            }
            return resource;
        });
    }

    /** Reads a month as written {@code 2026-03}. */
    public static YearMonth monthOf(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new FftImportException("a month is written YYYY-MM, as in 2026-03; was '" + text + "'", e);
        }
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
