package heed.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.settings.CommentUse;
import heed.app.settings.Settings;
import heed.app.settings.ThemeUse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommentsCheckTest {

    @Test
    void recommendsToKeepCommentsForAsLongAsTheyAreComparedWhereTheyAreShown() {
        // When
        List<Finding> tooShort = run(CommentUse.SHOWN, Duration.ofDays(60).minusMillis(1));
        List<Finding> enough = run(CommentUse.SHOWN, Duration.ofDays(60));

        // Then
        assertThat(tooShort).singleElement().satisfies(finding -> {
            assertThat(finding.isProblem()).isFalse();
            assertThat(finding.what()).contains("kept for 59 days", "comments.retention: 60d or more");
        });
        assertThat(enough).containsExactly(Finding.ok("comments are shown, and kept for 60 days"));
    }

    @Test
    void saysNothingWhereCommentsAreOnlyKept() {
        // When // Then
        assertThat(run(CommentUse.KEPT, Duration.ofDays(30))).isEmpty();
    }

    private static List<Finding> run(CommentUse use, Duration retention) {
        return new CommentsCheck(new Settings.Comments(use, 4_000, retention, Optional.empty(), ThemeUse.UNCOUNTED))
                .run();
    }
}
