package heed.schemas.key;

import heed.schemas.National;
import heed.schemas.topic.Topics;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names a comparison of hospitals in one month, and is the key of {@link Topics#NATIONAL}: {@code measure|month}.
 *
 * @param compared the measure, or the questionnaire where all of its measures are compared
 * @param month calendar month, for example {@code 2026-03}
 */
public record ComparisonKey(String compared, String month) {

    private static final String SHAPE = "measure|month";
    private static final Pattern MONTH = Pattern.compile("-?[0-9]{4,9}-[0-9]{2}");

    public ComparisonKey {
        KeyText.requireMeasure(compared);
        if (month == null || !MONTH.matcher(month).matches()) {
            throw new IllegalArgumentException("month must be written 2026-03, was '" + month + "'");
        }
    }

    /** Returns the comparison that a national row is of. */
    public static ComparisonKey of(National national) {
        return new ComparisonKey(national.getMeasure(), national.getMonth());
    }

    /**
     * Reads a key back.
     *
     * @throws IllegalArgumentException where {@code key} is none
     */
    public static ComparisonKey parse(String key) {
        List<String> parts = KeyText.parts(key, SHAPE);
        return new ComparisonKey(parts.get(0), parts.get(1));
    }

    /** Returns the key as it is written to the topic. */
    public String text() {
        return KeyText.join(compared, month);
    }

    @Override
    public String toString() {
        return text();
    }
}
