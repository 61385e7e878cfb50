package heed.app.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares a record with what was recounted, field by field, and keeps those that differ. */
final class Fields {

    private final String key;
    private final List<RecountReport.Difference> differences = new ArrayList<>();

    /** Names the record in what it keeps by {@code key}. */
    Fields(String key) {
        this.key = key;
    }

    void compare(String field, @Nullable Object streamed, @Nullable Object recounted) {
        if (!Objects.equals(streamed, recounted)) {
            differs(field, streamed, recounted);
        }
    }

    void compareTimes(String field, Instant streamed, long recountedMs) {
        if (streamed.toEpochMilli() != recountedMs) {
            differs(field, streamed, Instant.ofEpochMilli(recountedMs));
        }
    }

    void compareRounded(String field, @Nullable Integer streamed, double recounted) {
        if (!PlainFigures.rounds(streamed, recounted)) {
            differs(field, streamed, Math.round(recounted));
        }
    }

    void compareClose(String field, @Nullable Double streamed, double recounted, double tolerance) {
        if (streamed == null || !(Math.abs(streamed - recounted) <= tolerance)) {
            differs(field, streamed, recounted);
        }
    }

    /** Compares with a range, both ends within. */
    void compareWithin(String field, int streamed, int least, int most) {
        if (streamed < least || streamed > most) {
            differs(field, streamed, least + " to " + most);
        }
    }

    void differs(String field, @Nullable Object streamed, @Nullable Object recounted) {
        differences.add(new RecountReport.Difference(key, field, String.valueOf(streamed), String.valueOf(recounted)));
    }

    List<RecountReport.Difference> differences() {
        return differences;
    }
}
