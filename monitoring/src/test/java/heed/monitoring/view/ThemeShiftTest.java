package heed.monitoring.view;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.readmodel.CommentThemes;
import heed.monitoring.readmodel.HeldComments;
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
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThemeShiftTest {

    private static final List<Theme> THEMES = List.of(Theme.values());
    private static final CommentThemes BY_TEXT =
            comment -> Theme.of(comment.getText()).map(List::of).orElse(List.of());
    private static final SeenComments SEEN = new ReadModel(Clock.systemUTC(), Simulated.STAFF)
            .comments(
                    new HeldComments(List.of(), Instant.EPOCH, BY_TEXT),
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
        List<ThemeShift> found = shifts(
                comments(Map.of("timeliness", 40, "food", 10, "transport", 9, "medication", 12, "", 29)),
                comments(Map.of("timeliness", 10, "food", 40, "transport", 0, "medication", 4, "", 46)));

        // Then
        assertThat(found).containsExactly(new ThemeShift(Theme.TIMELINESS, 40, 100, 10, 100));
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
    }

    @Test
    void isLookedForOnlyWhereEnoughWroteWhoRatedAlike() {
        // Given
        List<Comment> since = comments(40, "food", 0, "");
        List<Comment> before = comments(0, "food", 200, "");
        List<Comment> otherwise = comments(Rated.POOR, 0, "food", 200, "");
        otherwise.addAll(comments(0, "food", 9, ""));

        // When // Then
        assertThat(tested(comments(9, "food", 0, ""), before)).isFalse();
        assertThat(tested(comments(10, "food", 0, ""), before)).isTrue();
        assertThat(tested(since, comments(0, "food", 9, ""))).isFalse();
        assertThat(tested(since, comments(0, "food", 10, ""))).isTrue();
        assertThat(tested(since, otherwise)).isFalse();
    }

    @Test
    void isNotOfWhatPeopleWriteMoreAboutBecauseMoreRatePoorly() {
        // Given
        List<Comment> since = comments(2, "timeliness", 18, "");
        since.addAll(comments(Rated.POOR, 48, "timeliness", 32, ""));
        List<Comment> before = comments(8, "timeliness", 72, "");
        before.addAll(comments(Rated.POOR, 12, "timeliness", 8, ""));
        List<Comment> rarer = comments(8, "timeliness", 72, "");
        rarer.addAll(comments(Rated.POOR, 4, "timeliness", 16, ""));

        // When // Then
        assertThat(shifts(since, before)).isEmpty();
        assertThat(shifts(since, rarer)).containsExactly(new ThemeShift(Theme.TIMELINESS, 50, 100, 12, 100));
    }

    @Test
    void isFoundAtMostOnceInTwentyLooksWherePeopleOfEachRatingWriteAsTheyDid() {
        // Given
        var random = new Random(31);

        // When
        long found = IntStream.range(0, 400)
                .filter(look ->
                        !shifts(written(random, .7), written(random, .2)).isEmpty())
                .count();

        // Then
        // One in twenty is 20, with a standard deviation of 4.4.
        assertThat(found).isLessThanOrEqualTo(33);
    }

    /** Returns what 80 people wrote, of whom a share rated care as poor, and write about other things then. */
    private static List<Comment> written(Random random, double poor) {
        return IntStream.range(0, 80)
                .mapToObj(person -> {
                    boolean good = random.nextDouble() >= poor;
                    int likeliest = good ? 0 : THEMES.size() / 2;
                    Theme theme = THEMES.get(likeliest + random.nextInt(random.nextBoolean() ? 3 : 11));
                    return comment(theme.code(), good ? Rated.GOOD : Rated.POOR);
                })
                .toList();
    }

    private static List<ThemeShift> shifts(List<Comment> since, List<Comment> before) {
        return ThemeShift.of(since, before, SEEN, Simulated.STAFF).orElseThrow();
    }

    private static boolean tested(List<Comment> since, List<Comment> before) {
        return ThemeShift.of(since, before, SEEN, Simulated.STAFF).isPresent();
    }

    private static List<Comment> comments(Map<String, Integer> counts) {
        List<Comment> all = new ArrayList<>();
        counts.forEach((text, count) -> all.addAll(comments(count, text, 0, "")));
        return all;
    }

    private static List<Comment> comments(int some, String text, int others, String otherText) {
        return comments(Rated.GOOD, some, text, others, otherText);
    }

    private static List<Comment> comments(Rated rated, int some, String text, int others, String otherText) {
        List<Comment> all = new ArrayList<>(Collections.nCopies(some, comment(text, rated)));
        all.addAll(Collections.nCopies(others, comment(otherText, rated)));
        return all;
    }

    private static Comment comment(String text, Rated rated) {
        return Comment.newBuilder()
                .setFeedbackId("a")
                .setHospital("H1")
                .setRated(rated)
                .setText(text)
                .setGivenAt(Instant.EPOCH)
                .build();
    }
}
