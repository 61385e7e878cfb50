package heed.schemas.key;

import heed.schemas.ThemeRise;
import heed.schemas.topic.Topics;
import java.util.List;

/**
 * Names a theme of a hospital as one model finds it, and is the key of {@link Topics#THEME_RISES}:
 * {@code hospital|theme|rule_version}, for example {@code RJ1|food|themes-1}.
 *
 * @param theme code of the theme
 * @param ruleVersion the model that says what comments are about
 */
public record ThemeRiseKey(String hospital, String theme, String ruleVersion) {

    private static final String SHAPE = "hospital|theme|rule_version";

    public ThemeRiseKey {
        KeyText.requireCode("hospital", hospital);
    }

    /** Returns the key of a record's own fields. */
    public static ThemeRiseKey of(ThemeRise rise) {
        return new ThemeRiseKey(rise.getHospital(), rise.getTheme(), rise.getRuleVersion());
    }

    /**
     * Reads a key back.
     *
     * @throws IllegalArgumentException where {@code key} is none
     */
    public static ThemeRiseKey parse(String key) {
        List<String> parts = KeyText.parts(key, SHAPE);
        return new ThemeRiseKey(parts.get(0), parts.get(1), parts.get(2));
    }

    /** Returns the key as it is written to the topic. */
    public String text() {
        return KeyText.join(KeyText.join(hospital, theme), ruleVersion);
    }

    @Override
    public String toString() {
        return text();
    }
}
