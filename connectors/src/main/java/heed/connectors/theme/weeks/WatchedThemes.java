package heed.connectors.theme.weeks;

import heed.schemas.theme.Theme;
import java.util.List;

/**
 * Lists the themes whose share is watched: those that the model finds at least half right (an F1 of .5, as
 * docs/comments.md has it), but for praise, whose rise nobody has to look into.
 */
public final class WatchedThemes {

    public static final List<Theme> ALL = List.of(
            Theme.TIMELINESS,
            Theme.CONTACTING,
            Theme.APPOINTMENTS,
            Theme.MEDICATION,
            Theme.TRANSPORT,
            Theme.STAFF_MANNER,
            Theme.STAFF_LISTENING,
            Theme.STAFF_NUMBER,
            Theme.INFORMATION_FROM_STAFF,
            Theme.FOOD,
            Theme.ACTIVITIES,
            Theme.ORGANISATION);

    private WatchedThemes() {}
}
