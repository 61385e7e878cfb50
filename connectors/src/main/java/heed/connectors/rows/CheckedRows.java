package heed.connectors.rows;

import heed.connectors.heard.FeedbackLog;
import heed.connectors.heard.HeardMonth;
import heed.connectors.heard.HeardMonths;
import heed.connectors.mapping.RowMapper;
import heed.connectors.submission.Problems;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.hospital.HospitalDirectory;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Keeps of each row that may be written its id and a hash of what it says, and finds what is there already. */
final class CheckedRows {

    private final RowMapper places;
    private final HospitalDirectory hospitals;
    private final Function<String, ZoneId> zones;
    private final Problems problems;
    private final RowsSeen rows = new RowsSeen();
    private final Set<RowKey> known = new HashSet<>();
    private final Set<RowKey> differing = new HashSet<>();
    private final Map<HeardMonth, Long> months = new HashMap<>();
    private final Set<String> codes = new TreeSet<>();
    private final HeardMonths heard;
    private long repeated;
    private long refused;

    /** Begins without a row; {@code places} names rows for what is wrong with them. */
    CheckedRows(RowMapper places, HospitalDirectory hospitals, Problems problems) {
        this.places = places;
        this.hospitals = hospitals;
        this.zones = code -> hospitals.byCode(code).zone();
        this.problems = problems;
        this.heard = new HeardMonths(zones);
    }

    /** Takes a row of the file. */
    void take(Feedback feedback, long line) {
        RowsSeen.Row first = rows.take(feedback, line);
        if (first == null) {
            codes.add(feedback.getHospital());
            months.merge(HeardMonth.of(feedback, zones), 1L, Long::sum);
        } else if (first.says(feedback)) {
            repeated++;
        } else {
            refuse(line, first.refusal());
        }
    }

    /**
     * Looks for what the topic has of these hospitals.
     *
     * @throws RowsException where it has one of them in other capitals
     */
    void readOn(FeedbackLog log, Deserializer<Feedback> values) {
        Set<String> there = new HashSet<>();
        FeedbackLog listened = each -> log.readOn(record -> {
            if (record.key() != null) {
                there.add(record.key());
            }
            each.accept(record);
        });
        listened.readOn(codes, values, (record, feedback) -> takeHeard(feedback));
        Map<String, String> byLowerCase = there.stream()
                .collect(Collectors.toMap(code -> code.toLowerCase(Locale.ROOT), code -> code, (a, b) -> a));
        Set<String> otherwise = new TreeSet<>();
        for (String code : codes) {
            @Nullable String spelt = byLowerCase.get(code.toLowerCase(Locale.ROOT));
            if (spelt != null && !there.contains(code) && !hospitals.lists(code)) {
                otherwise.add(code + " is " + spelt + " in Heed");
            }
        }
        if (!otherwise.isEmpty()) {
            throw new RowsException("nothing was written: " + String.join(", ", otherwise)
                    + ", and would become another hospital; say the code under hospital.words, or list the hospital in"
                    + " the hospitals' file");
        }
    }

    private void takeHeard(Feedback feedback) {
        heard.take(feedback);
        RowKey key = feedback.getChannel() == Channel.PUBLISHED ? null : RowKey.of(feedback);
        RowsSeen.Row row = key == null ? null : rows.at(key);
        if (key == null || row == null || feedback.getWithdrawn()) {
            return;
        }
        if (row.says(feedback)) {
            known.add(key);
        } else if (!known.contains(key) && differing.add(key)) {
            refuse(
                    row.line(),
                    "is in Heed already, under the same id and with other answers; a correction has a higher"
                            + " revision");
        }
    }

    private void refuse(long line, String why) {
        refused++;
        problems.add(places.place(line), why);
    }

    /** Tells whether a row is to be written: each of those taken once, and not what is there. */
    boolean isToBeWritten(Feedback feedback) {
        RowKey key = RowKey.of(feedback);
        RowsSeen.Row row = rows.at(key);
        return row != null
                && row.says(feedback)
                && !known.contains(key)
                && !differing.contains(key)
                && !heard.isPublished(HeardMonth.of(feedback, zones))
                && rows.remove(key);
    }

    /** Returns the months of which published figures are there, with how many rows are of them. */
    Map<String, Long> published() {
        Map<String, Long> published = new TreeMap<>();
        months.forEach((month, count) -> {
            if (heard.isPublished(month)) {
                published.put(month.hospital() + " for " + month.month(), count);
            }
        });
        return published;
    }

    /** Returns how many responses the rows are. */
    long total() {
        return rows.size();
    }

    /** Returns how many had been there before. */
    long known() {
        return known.size();
    }

    /** Returns how many rows said again what a row above says. */
    long repeated() {
        return repeated;
    }

    /** Returns how many rows were refused here. */
    long refused() {
        return refused;
    }

    /** Returns how many hospitals the rows are of. */
    int hospitals() {
        return codes.size();
    }
}
