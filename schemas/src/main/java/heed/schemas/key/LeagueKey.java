package heed.schemas.key;

import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Standing;
import heed.schemas.name.Codes;
import heed.schemas.topic.Topics;

/**
 * Writes and reads keys of the comparison of hospitals in a month: {@code measure|month|hospital} of {@link Topics#LEAGUE} and
 * {@link Topics#MONTHS}, and {@code questionnaire|month|hospital} of {@link Topics#STANDINGS}.
 *
 * @param compared the measure, or the questionnaire where all of its measures are compared
 * @param month calendar month, for example {@code 2026-03}
 */
public record LeagueKey(String compared, String month, String hospital) {

    private static final int PARTS = 3;

    public LeagueKey {
        Codes.requireMeasure(compared);
        if (month == null || !month.matches("-?[0-9]{4,9}-[0-9]{2}")) {
            throw new IllegalArgumentException("month must be written 2026-03, was '" + month + "'");
        }
        Codes.requireCode("hospital", hospital);
    }

    /** Returns the key of a row's own fields. */
    public static String of(LeagueRow row) {
        return new LeagueKey(row.getMeasure(), row.getMonth(), row.getHospital()).text();
    }

    /** Returns the key of a standing's own fields. */
    public static String of(Standing standing) {
        return new LeagueKey(standing.getQuestionnaire(), standing.getMonth(), standing.getHospital()).text();
    }

    /** Returns the key of a national row's own fields, which has no hospital. */
    public static String of(National national) {
        return ofNational(national.getMeasure(), national.getMonth());
    }

    /** Returns the key of the national row of a measure and month. */
    public static String ofNational(String measure, String month) {
        return measure + '|' + month;
    }

    /**
     * Reads a key back.
     *
     * @throws IllegalArgumentException where {@code key} is none
     */
    public static LeagueKey parse(String key) {
        String[] parts = key.split("\\|", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not a key measure|month|hospital: '" + key + "'");
        }
        return new LeagueKey(parts[0], parts[1], parts[2]);
    }

    /** Returns the key as it is written to the topic. */
    public String text() {
        return compared + '|' + month + '|' + hospital;
    }

    @Override
    public String toString() {
        return text();
    }
}
