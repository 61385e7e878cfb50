package heed.monitoring.readmodel;

import heed.schemas.Comment;
import heed.schemas.access.Right;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Reading;
import heed.schemas.theme.Theme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What patients wrote, as far as a viewer may read it: none without the right, and none where few answered. It is made
 * for one request and goes with it, and so does what was found of the comments.
 */
public final class SeenComments {

    /** None at all. */
    public static final SeenComments NONE = new SeenComments(List.of(), Instant.EPOCH, CommentThemes.NONE);

    private final List<Comment> comments;
    private final Instant since;
    private final CommentThemes themes;
    private final Map<Comment, List<Theme>> found = Collections.synchronizedMap(new IdentityHashMap<>());

    private SeenComments(List<Comment> comments, Instant since, CommentThemes themes) {
        this.comments = comments;
        this.since = since;
        this.themes = themes;
    }

    /** Returns what of {@code held} is for a viewer. */
    static SeenComments of(HeldComments held, Viewer viewer, Disclosure disclosure) {
        if (!viewer.may(Right.COMMENTS) || !disclosure.takesArrivals()) {
            return NONE;
        }
        return new SeenComments(
                held.comments().stream()
                        .filter(comment -> viewer.sees(comment.getHospital(), comment.getUnit()))
                        .sorted(Comparator.comparing(Comment::getGivenAt)
                                .reversed()
                                .thenComparing(Comment::getFeedbackId))
                        .toList(),
                held.since(),
                held.themes());
    }

    /** Returns what a comment is about, which is looked for once, however often it is asked. */
    public List<Theme> themes(Comment comment) {
        return found.computeIfAbsent(comment, themes::of);
    }

    /** Returns the first day of which all that was written is kept, by a hospital's zone. */
    public LocalDate firstDay(ZoneId zone) {
        return since.atZone(zone).toLocalDate().plusDays(1);
    }

    /**
     * Returns what was written about the place of a line in some days, the newest first; nothing where the answers of
     * these days are too few to be shown.
     *
     * @param last the last of the {@code length} days, by the hospital's zone
     */
    public Optional<List<Comment>> of(Series line, LocalDate last, int length, ZoneId zone) {
        if (!(line.over(last, length) instanceof Reading.Shown)) {
            return Optional.empty();
        }
        LocalDate first = last.minusDays(length - 1L);
        return Optional.of(comments.stream()
                .filter(comment -> comment.getHospital().equals(line.key().hospital())
                        && (line.key().isWhole()
                                || Objects.equals(comment.getUnit(), line.key().unit())))
                .filter(comment -> {
                    LocalDate date = comment.getGivenAt().atZone(zone).toLocalDate();
                    return !date.isBefore(first) && !date.isAfter(last);
                })
                .toList());
    }
}
