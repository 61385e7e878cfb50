package heed.monitoring.view;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.readmodel.CommentThemes;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.SeenComments;
import heed.monitoring.readmodel.Viewer;
import heed.schemas.Comment;
import heed.schemas.Rated;
import heed.schemas.access.Right;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.theme.Theme;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThemeShiftTest {

    private static final CommentThemes BY_TEXT =
            comment -> Theme.of(comment.getText()).map(List::of).orElse(List.of());
    private static final SeenComments SEEN = new ReadModel(Clock.systemUTC(), Simulated.STAFF)
            .comments(
                    List.of(),
                    BY_TEXT,
                    Viewer.of(Rights.of(Role.LEAD, Scope.EVERYWHERE).granting(Set.of(Right.COMMENTS))));

    @Test
    void isOfAThemeThatManyMoreWroteAbout() {
        // When
        List<ThemeShift> found = shifts(comments(20, "food", 20, ""), comments(4, "food", 60, ""));

        // Then
        assertThat(found).containsExactly(new ThemeShift(Theme.FOOD, 20, 40, 4, 64));
    }

    @Test
    void isNotOfWhatChanceExplains() {
        // When
        List<ThemeShift> found = shifts(comments(12, "food", 28, ""), comments(14, "food", 50, ""));

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void isNotOfWhatFewerWriteAboutSince() {
        // When
        List<ThemeShift> found = shifts(comments(10, "food", 40, ""), comments(40, "food", 10, ""));

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void isHardToFindWhereManyThemesAreLookedAt() {
        // Given
        List<Comment> since = comments(10, "food", 20, "");
        List<Comment> before = comments(8, "food", 62, "");
        List<Comment> ofManyThemes = comments(8, "food", 57, "");
        List.of("timeliness", "staff-manner", "transport", "medication", "positive")
                .forEach(code -> ofManyThemes.addAll(comments(1, code, 0, "")));

        // When // Then
        assertThat(shifts(since, before)).hasSize(1);
        assertThat(shifts(since, ofManyThemes)).isEmpty();
    }

    @Test
    void isNotOfFewerThanTheMinimumWhateverTheTestSays() {
        // When // Then
        assertThat(shifts(comments(9, "food", 11, ""), comments(0, "food", 200, "")))
                .isEmpty();
        assertThat(shifts(comments(10, "food", 10, ""), comments(0, "food", 200, "")))
                .hasSize(1);
        assertThat(shifts(comments(9, "food", 0, ""), comments(0, "food", 200, "")))
                .isEmpty();
        assertThat(shifts(comments(40, "food", 0, ""), comments(0, "food", 9, "")))
                .isEmpty();
    }

    private static List<ThemeShift> shifts(List<Comment> since, List<Comment> before) {
        return ThemeShift.of(since, before, SEEN, Simulated.STAFF);
    }

    private static List<Comment> comments(int some, String text, int others, String otherText) {
        List<Comment> all = new ArrayList<>(Collections.nCopies(some, comment(text)));
        all.addAll(Collections.nCopies(others, comment(otherText)));
        return all;
    }

    private static Comment comment(String text) {
        return Comment.newBuilder()
                .setFeedbackId("a")
                .setHospital("H1")
                .setRated(Rated.GOOD)
                .setText(text)
                .setGivenAt(Instant.EPOCH)
                .build();
    }
}
