package heed.monitoring.view;

import heed.monitoring.readmodel.SeenComments;
import heed.monitoring.readmodel.Series;
import heed.schemas.Comment;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What was written in some days, as far as comments of these are kept: of the others nobody knows whether anybody
 * wrote.
 *
 * @param asked the days
 * @param kept those of them whose comments are all kept; nothing where no day's are
 * @param comments what was written in these; nothing where none are kept, or too few answered
 */
public record KeptDays(CommentDays asked, Optional<CommentDays> kept, Optional<List<Comment>> comments) {

    /** Returns what was written about the place of a line in some days; nothing where there is no line. */
    public static KeptDays of(CommentDays asked, Optional<Series> line, SeenComments seen, ZoneId zone) {
        Optional<CommentDays> kept = asked.from(seen.firstDay(zone));
        return new KeptDays(
                asked, kept, kept.flatMap(days -> line.flatMap(of -> seen.of(of, days.last(), days.length(), zone))));
    }

    /** Tells whether comments of some of the days are not kept any more. */
    public boolean areCut() {
        return !kept.equals(Optional.of(asked));
    }

    /** Returns what was written, as far as it may be read. */
    public List<Comment> all() {
        return comments.orElse(List.of());
    }
}
