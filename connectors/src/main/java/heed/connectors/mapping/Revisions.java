package heed.connectors.mapping;

import heed.connectors.submission.Submitted;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads which revision of a response a row is. It may be exported with decimals. A time at which the response was
 * changed is a revision too: its seconds since 2020, so that the last change stands, whatever order they come in.
 */
final class Revisions {

    /** In seconds of the epoch. */
    private static final long START_OF_2020 = 1_577_836_800L;

    private Revisions() {}

    /** Returns the revision; what is none, as it is, for whoever checks it; nothing where the text is empty. */
    static Optional<Submitted> read(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.matches("[0-9]{1,10}(\\.0+)?")) {
            return Optional.of(new Submitted.Whole(text.replaceFirst("\\..*", "")));
        }
        return Optional.of(TimeFormat.ISO
                .read(text, ZoneOffset.UTC)
                .map(changed -> changed.toEpochSecond() - START_OF_2020)
                .<Submitted>map(seconds -> new Submitted.Whole(String.valueOf(seconds)))
                .orElseGet(() -> new Submitted.Text(text)));
    }
}
