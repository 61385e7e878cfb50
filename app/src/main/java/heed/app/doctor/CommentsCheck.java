package heed.app.doctor;

import heed.app.settings.Settings;
import java.time.Duration;
import java.util.List;

/** Says where comments are shown and not kept for long enough to be compared with those of before a fall. */
final class CommentsCheck {

    /** The 28 days since a fall at most, the 28 before it, and some to spare. */
    private static final Duration ENOUGH = Duration.ofDays(60);

    private final Settings.Comments comments;

    CommentsCheck(Settings.Comments comments) {
        this.comments = comments;
    }

    /** Returns what was found; nothing where comments are only kept. */
    List<Finding> run() {
        if (!comments.areShown()) {
            return List.of();
        }
        long days = comments.retention().toDays();
        return List.of(Finding.ok(
                comments.retention().compareTo(ENOUGH) < 0
                        ? "comments are shown, and kept for " + days + " days: a drop's page compares them with the 28"
                                + " days before its fall, of which the older are not kept; comments.retention: 60d or"
                                + " more keeps them for the first four weeks of a drop"
                        : "comments are shown, and kept for " + days + " days"));
    }
}
