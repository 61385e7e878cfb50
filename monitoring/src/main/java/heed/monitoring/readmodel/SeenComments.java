package heed.monitoring.readmodel;

import heed.schemas.Comment;
import heed.schemas.access.Right;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Reading;
import heed.schemas.theme.Theme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What patients wrote, as far as a viewer may read it: none without the right, and none where few answered. */
public final class SeenComments {

    /** None at all. */
    public static final SeenComments NONE = new SeenComments(List.of(), CommentThemes.NONE);

    private final List<Comment> comments;
    private final CommentThemes themes;

    private SeenComments(List<Comment> comments, CommentThemes themes) {
        this.comments = comments;
        this.themes = themes;
    }

    /** Returns what of {@code all} is for a viewer. */
    static SeenComments of(Collection<Comment> all, CommentThemes themes, Viewer viewer, Disclosure disclosure) {
        if (!viewer.may(Right.COMMENTS) || !disclosure.takesArrivals()) {
            return NONE;
        }
        return new SeenComments(
                all.stream()
                        .filter(comment -> viewer.sees(comment.getHospital(), comment.getUnit()))
                        .sorted(Comparator.comparing(Comment::getGivenAt)
                                .reversed()
                                .thenComparing(Comment::getFeedbackId))
                        .toList(),
                themes);
    }

    /** Returns what a comment is about. */
    public List<Theme> themes(Comment comment) {
        return themes.of(comment);
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
