package heed.connectors.theme.weeks;

import heed.connectors.theme.ThemeModel;
import heed.schemas.Comment;
import heed.schemas.Rated;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.theme.Theme;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A model by which a comment with the word food is about food and negative, one with manner about staff and good. */
final class WordsAsThemes {

    /** A hospital whose day begins eleven hours before the default's. */
    static final String AHEAD = "AHEAD";

    private WordsAsThemes() {}

    static Labeller labeller() {
        List<String> names = ThemeModel.ruleNames();
        return new Labeller(
                new ThemeModel(
                        names.stream()
                                .map(name -> new ThemeModel.Rule(name, 0, .5))
                                .toList(),
                        Map.of(
                                "food", says(names, Theme.FOOD, 4),
                                "manner", says(names, Theme.STAFF_MANNER, 1))),
                HospitalDirectory.of(
                        List.of(new Hospital(AHEAD, AHEAD, ZoneId.of("Pacific/Auckland"))),
                        ZoneId.of("Europe/London")));
    }

    private static ThemeModel.Term says(List<String> names, Theme theme, int step) {
        return new ThemeModel.Term(1, Map.of(names.indexOf(theme.code()), 1d, names.indexOf("sentiment-" + step), 1d));
    }

    static Comment comment(String id, String text, Instant given) {
        return comment(id, "H1", text, given);
    }

    static Comment comment(String id, String hospital, String text, Instant given) {
        return new Comment(id, 1, hospital, null, null, null, Rated.GOOD, text, given);
    }
}
