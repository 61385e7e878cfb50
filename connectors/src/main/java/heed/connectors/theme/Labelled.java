package heed.connectors.theme;

import heed.schemas.theme.Theme;
import java.util.List;

/**
 * What a comment is about, as the model has it.
 *
 * @param themes in the order of the framework; none where it is about nothing that the model knows
 * @param sentiment 1 very positive to 5 very negative, 0 where nothing in it says
 */
public record Labelled(List<Theme> themes, int sentiment) {

    /** What the model says of a text that it knows no word of. */
    public static final Labelled NOTHING = new Labelled(List.of(), 0);

    public Labelled {
        themes = List.copyOf(themes);
    }
}
