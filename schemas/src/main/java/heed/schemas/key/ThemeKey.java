package heed.schemas.key;

import heed.schemas.Label;
import heed.schemas.ThemeWeek;
import heed.schemas.topic.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names the comments of a hospital's week that are about a theme, or all of that week, and is the key of
 * {@link Topics#THEMES}: {@code hospital|week|theme}, for example {@code RJ1|2026-W10|food}, of all
 * {@code RJ1|2026-W10|}.
 *
 * @param week calendar week by ISO 8601
 * @param theme code of the theme; null for all comments
 */
public record ThemeKey(String hospital, String week, @Nullable String theme) {

    private static final String SHAPE = "hospital|week|theme";

    public ThemeKey {
        KeyText.requireCode("hospital", hospital);
        WeekKey.requireWeek(week);
    }

    /** Returns the key of a row's own fields. */
    public static ThemeKey of(ThemeWeek row) {
        return new ThemeKey(row.getHospital(), row.getWeek(), row.getTheme());
    }

    /**
     * Reads a key back.
     *
     * @throws IllegalArgumentException where {@code key} is none
     */
    public static ThemeKey parse(String key) {
        List<String> parts = KeyText.parts(key, SHAPE);
        return new ThemeKey(parts.get(0), parts.get(1), KeyText.orNull(parts.get(2)));
    }

    /** Returns the key of all comments of the week that a label is of. */
    public static ThemeKey weekOf(Label label) {
        return new ThemeKey(label.getHospital(), label.getWeek(), null);
    }

    /** Returns the key of all comments of the same week. */
    public ThemeKey whole() {
        return theme == null ? this : new ThemeKey(hospital, week, null);
    }

    /** Returns the key as it is written to the topic. */
    public String text() {
        return KeyText.join(KeyText.join(hospital, week), KeyText.orEmpty(theme));
    }

    @Override
    public String toString() {
        return text();
    }
}
