package heed.app.history;

import java.util.regex.Pattern;

/**
 * One line of a history: {@code key,epoch_ms,score}, and {@code ,-1} where it takes an answer back.
 *
 * @param at when the answer was given, in epoch milliseconds
 * @param score 0 to 1, 1 being the best
 */
record ScoreLine(String key, long at, double score, Kind kind) {

    enum Kind {
        ANSWER,
        RETRACTION
    }

    private static final String SHAPE =
            "a line is key,epoch_ms,score or, to take an answer back, key,epoch_ms,score,-1";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /** Years 1970 to 9999: a time beyond them is seconds or microseconds taken for milliseconds. */
    private static final long LATEST = 253_402_300_799_999L;

    /** Reads a line; the message of what it throws says what is wrong and what to do. */
    static ScoreLine parse(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length < 3 || cells.length > 4) {
            throw new IllegalArgumentException("it has " + cells.length + " value(s); " + SHAPE);
        }
        if (cells[0].isBlank()) {
            throw new IllegalArgumentException("it has no key; " + SHAPE);
        }
        return new ScoreLine(
                cells[0].strip(),
                time(cells[1].strip()),
                score(cells[2].strip()),
                kind(cells.length < 4 ? null : cells[3]));
    }

    private static long time(String text) {
        long at;
        try {
            at = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no time; give milliseconds since 1970-01-01T00:00Z, for example 1780311600000",
                    e);
        }
        if (at < 0 || at > LATEST) {
            throw new IllegalArgumentException("the time " + text
                    + " is not in the years 1970 to 9999; give milliseconds since 1970-01-01T00:00Z");
        }
        return at;
    }

    private static double score(String text) {
        // What Double.parseDouble also takes, such as 1d, NaN or hexadecimal, is no score.
        double score = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no score from 0 (worst) to 1 (best); divide points by the highest that there are");
        }
        return score;
    }

    private static Kind kind(String sign) {
        if (sign == null || sign.isBlank() || sign.strip().equals("1")) {
            return Kind.ANSWER;
        }
        if (sign.strip().equals("-1")) {
            return Kind.RETRACTION;
        }
        throw new IllegalArgumentException("its fourth value is \"" + sign + "\"; " + SHAPE);
    }
}
