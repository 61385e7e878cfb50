package heed.schemas.key;

import heed.schemas.LeagueRow;
import heed.schemas.Standing;
import heed.schemas.topic.Topics;
import java.util.List;

/**
 * Names a hospital's place in a comparison, and is the key of {@link Topics#LEAGUE} and {@link Topics#MONTHS},
 * {@code measure|month|hospital}, and of {@link Topics#STANDINGS}, {@code questionnaire|month|hospital}.
 */
public record LeagueKey(ComparisonKey comparison, String hospital) {

    private static final String SHAPE = "measure|month|hospital";

    public LeagueKey {
        KeyText.requireCode("hospital", hospital);
    }

    /** Names a hospital's place in the comparison of {@code compared} in {@code month}. */
    public LeagueKey(String compared, String month, String hospital) {
        this(new ComparisonKey(compared, month), hospital);
    }

    /** Returns the key of a row's own fields. */
    public static LeagueKey of(LeagueRow row) {
        return new LeagueKey(row.getMeasure(), row.getMonth(), row.getHospital());
    }

    /** Returns the key of a standing's own fields. */
    public static LeagueKey of(Standing standing) {
        return new LeagueKey(standing.getQuestionnaire(), standing.getMonth(), standing.getHospital());
    }

    /**
     * Reads a key back.
     *
     * @throws IllegalArgumentException where {@code key} is none
     */
    public static LeagueKey parse(String key) {
        List<String> parts = KeyText.parts(key, SHAPE);
        return new LeagueKey(parts.get(0), parts.get(1), parts.get(2));
    }

    /** Returns the key as it is written to the topic. */
    public String text() {
        return KeyText.join(comparison.text(), hospital);
    }

    @Override
    public String toString() {
        return text();
    }
}
