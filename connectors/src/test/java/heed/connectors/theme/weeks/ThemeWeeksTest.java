package heed.connectors.theme.weeks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import heed.schemas.Comment;
import heed.schemas.Label;
import heed.schemas.ThemeWeek;
import heed.schemas.reader.Route;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class ThemeWeeksTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final String ALL = "H1|2026-W10|";
    private static final String FOOD = "H1|2026-W10|food";

    private final FakeThemeOutput output = new FakeThemeOutput();
    private Optional<ShareWatch> watch = Optional.empty();
    private Instant now = MONDAY;
    private ThemeWeeks weeks = started();
    private final Map<String, Arrived> topic = new TreeMap<>();

    /** A comment that there is. */
    private record Arrived(Comment comment, Instant at) {}

    @Test
    void whereSharesAreWatchedARiseIsWrittenWithTheCountsThatItFollowsFromAndOnceAlone() {
        // Given
        watch = Optional.of(new AlwaysRisen());
        weeks = started();
        five();

        // When
        now = MONDAY.plus(Duration.ofDays(9));
        weeks.publish();
        weeks.publish();
        weeks = started();
        five();

        // Then
        assertThat(output.rises).hasSize(12).containsKey("H1|food|themes-1");
        assertThat(output.written.stream().filter(each -> !each.rises().isEmpty()))
                .hasSize(1);
    }

    @Test
    void labelsACommentByItsKeyWithoutAWordOfIt() {
        // When
        put("f1", "The food, said Qzyx", MONDAY);
        weeks.publish();

        // Then
        Label label = output.label("H1|f1");
        assertThat(label.getThemes()).containsExactly("food");
        assertThat(label.getSentiment()).isEqualTo(4);
        assertThat(label.getRuleVersion()).isEqualTo("themes-1");
        assertThat(label.getWeek()).isEqualTo("2026-W10");
        assertThat(output.labels.toString() + output.rows).doesNotContainIgnoringCase("qzyx");
    }

    @Test
    void countsByTheWeekOfTheHospitalsZone() {
        // Given
        Instant sundayNight = Instant.parse("2026-03-08T23:00:00Z");

        // When
        take(WordsAsThemes.comment("f1", "H1", "food", sundayNight), sundayNight);
        take(WordsAsThemes.comment("f1", WordsAsThemes.AHEAD, "food", sundayNight), sundayNight);
        weeks.publish();

        // Then
        assertThat(output.said()).containsExactly("AHEAD|2026-W11| suppressed", "H1|2026-W10| suppressed");
    }

    @Test
    void takesACommentThatIsErasedFromItsLabelAndFromTheCounts() {
        // Given
        five();

        // When
        remove("H1|f3");
        weeks.publish();

        // Then
        assertThat(output.labels).containsOnlyKeys("H1|f1", "H1|f2", "H1|f4", "H1|f5");
        assertThat(output.said()).containsExactly(ALL + " suppressed");
    }

    @Test
    void countsACorrectedCommentAsItIsNow() {
        // Given
        five();

        // When
        put("f3", "manner", now);
        weeks.publish();

        // Then
        assertThat(output.label("H1|f3").getThemes()).containsExactly("staff-manner");
        assertThat(output.said())
                .containsExactly(ALL + " 5", FOOD + " suppressed", "H1|2026-W10|staff-manner suppressed");
    }

    @Test
    void countsThoseThatCameFirstWhateverTheyAreCalled() {
        // Given
        five();

        // When
        put("a1", "manner", MONDAY.plusSeconds(6));
        weeks.publish();

        // Then
        assertThat(output.said()).containsExactly(ALL + " 5", FOOD + " 5");
    }

    @Test
    void writesLabelsAndCountsTogetherAndNothingWhereNothingHasChanged() {
        // When
        five();
        weeks.publish();
        weeks.publish();

        // Then
        assertThat(output.written).hasSize(1);
        assertThat(output.written.get(0).labels()).hasSize(5);
        assertThat(output.written.get(0).rows()).containsOnlyKeys(ALL, FOOD);
    }

    @Test
    void writesAfterARestartWhatIsMissingAndNothingTwice() {
        // Given
        five();
        Map<String, ThemeWeek> before = Map.copyOf(output.rows);
        output.labels.remove("H1|f2");
        output.rows.remove(FOOD);

        // When
        weeks = started();
        for (int i = 1; i <= 5; i++) {
            put("f" + i, "food", MONDAY.plusSeconds(i));
        }
        weeks.publish();

        // Then
        assertThat(output.rows).isEqualTo(before);
        assertThat(output.written).hasSize(2);
        assertThat(output.written.get(1).labels()).containsOnlyKeys("H1|f2");
        assertThat(output.written.get(1).rows()).containsOnlyKeys(FOOD);
    }

    @Test
    void noticesWhatWasErasedWhileNobodyCountedThoughItsTombstoneIsGone() {
        // Given
        five();

        // When
        weeks = started();
        for (int i = 1; i <= 4; i++) {
            put("f" + i, "food", MONDAY.plusSeconds(i));
        }
        weeks.publish();

        // Then
        assertThat(output.labels).doesNotContainKey("H1|f5").hasSize(4);
        assertThat(output.said()).containsExactly(ALL + " suppressed");
    }

    @Test
    void aWeekIsFinalOnceItsNewestCommentIsNotKeptAndThenItsLabelsGoTogether() {
        // Given
        five();

        // When
        now = MONDAY.plusSeconds(5).plus(RETENTION).plus(Duration.ofHours(1));
        weeks.publish();
        List<String> kept = output.said();
        int labels = output.labels.size();
        now = now.plus(Duration.ofMinutes(1));
        weeks.publish();

        // Then
        assertThat(kept).containsExactly(ALL + " 5", FOOD + " 5");
        assertThat(labels).isEqualTo(5);
        assertThat(output.said()).containsExactly(ALL + " 5 final", FOOD + " 5");
        assertThat(output.labels).isEmpty();
    }

    @Test
    void aCommentOfAFinalWeekIsLabelledAndNotCountedAlsoAfterARestart() {
        // Given
        five();
        Instant late = MONDAY.plusSeconds(5).plus(RETENTION).plusMillis(1);
        now = late;

        // When
        put("f6", "food", late);
        weeks.publish();
        weeks = started();
        put("f6", "food", late);
        put("f7", "food", late.plusSeconds(1));
        weeks.publish();

        // Then
        assertThat(output.said()).containsExactly(ALL + " 5 final", FOOD + " 5");
        assertThat(output.labels).containsOnlyKeys("H1|f6", "H1|f7");
    }

    @Test
    void aWeekOfWhichSomeCommentsAreTooOldCountsThemAsLongAsItsNewestIsKept() {
        // Given
        five();
        now = MONDAY.plus(Duration.ofDays(20));
        put("f6", "food", now);
        weeks.publish();

        // When
        now = MONDAY.plus(Duration.ofDays(40));
        weeks = started();
        put("f6", "food", MONDAY.plus(Duration.ofDays(20)));
        weeks.publish();
        List<String> meanwhile = output.said();
        remove("H1|f6");
        remove("H1|f1");
        weeks.publish();

        // Then
        assertThat(meanwhile).containsExactly(ALL + " 5", FOOD + " 5");
        assertThat(output.said()).containsExactly(ALL + " suppressed");
    }

    @Test
    void aTombstoneThatIsReadAtTheStartCountsAlsoForACommentThatIsTooOld() {
        // Given
        five();
        now = MONDAY.plus(Duration.ofDays(20));
        put("f6", "food", now);
        weeks.publish();

        // When
        now = MONDAY.plus(Duration.ofDays(40));
        weeks = started();
        remove("H1|f1");
        put("f6", "food", MONDAY.plus(Duration.ofDays(20)));
        weeks.publish();

        // Then
        assertThat(output.labels).containsOnlyKeys("H1|f2", "H1|f3", "H1|f4", "H1|f5", "H1|f6");
    }

    @Test
    void anErasedCommentThatWasKeptNowhereElseLeavesNoRowOfItsWeek() {
        // Given
        put("f1", "food", MONDAY);
        weeks.publish();
        output.labels.clear();

        // When
        weeks = started();
        weeks.publish();

        // Then
        assertThat(output.rows).isEmpty();
    }

    @Test
    void whoeverIsTakenOverWritesNoMore() {
        // Given
        five();
        output.takenOver = true;

        // When
        put("f6", "food", now);
        weeks.publish();
        output.takenOver = false;
        put("f7", "food", now);
        weeks.publish();

        // Then
        assertThat(weeks.isCounting()).isFalse();
        assertThat(output.written).hasSize(1);
    }

    @Test
    void whoeverWasTakenOverReadsAllAgainAfterAWhileAndCountsOn() {
        // Given
        five();
        output.takenOver = true;
        put("f6", "food", now);
        weeks.publish();
        output.takenOver = false;

        // When
        now = now.plus(ThemeWeeks.AWAY.multipliedBy(2));
        Throwable readAgain = catchThrowable(weeks::publish);
        weeks.restart();
        topic.values().forEach(each -> take(each.comment(), each.at()));
        weeks.publish();

        // Then
        assertThat(readAgain).isInstanceOf(KafkaException.class);
        assertThat(weeks.isCounting()).isTrue();
    }

    @Property(tries = 200)
    void whateverWasReadInWhichPiecesAndRestartsTheRowsAreThoseOfTheCommentsThatThereAre(@ForAll long seed) {
        // Given
        var random = new Random(seed);
        List<Runnable> log = log(random);
        var once = new ThemeWeeksTest();

        // When
        for (Runnable each : log) {
            each.run();
            if (random.nextInt(4) == 0) {
                weeks.publish();
            }
            if (random.nextInt(10) == 0) {
                restart();
            }
        }
        weeks.publish();
        List<Arrived> kept = new ArrayList<>(topic.values());
        Collections.shuffle(kept, random);
        kept.forEach(each -> once.take(each.comment(), each.at()));
        once.weeks.publish();

        // Then
        assertThat(output.rows).isEqualTo(once.output.rows);
        assertThat(output.labels).isEqualTo(once.output.labels);
    }

    /** Comments, corrections and tombstones of a few responses. */
    private List<Runnable> log(Random random) {
        List<Runnable> log = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Instant at = MONDAY.plusSeconds(i);
            String id = "f" + random.nextInt(25);
            String text = List.of("food", "manner", "food manner", "x").get(random.nextInt(4));
            Instant given = MONDAY.plus(Duration.ofDays(7L * random.nextInt(2)));
            boolean erased = random.nextInt(5) == 0;
            log.add(() -> {
                if (erased) {
                    topic.remove("H1|" + id);
                    remove("H1|" + id);
                } else {
                    Comment comment = WordsAsThemes.comment(id, text, given);
                    topic.put("H1|" + id, new Arrived(comment, at));
                    take(comment, at);
                }
            });
        }
        return log;
    }

    private void restart() {
        weeks = started();
        topic.values().forEach(each -> take(each.comment(), each.at()));
    }

    private void five() {
        for (int i = 1; i <= 5; i++) {
            put("f" + i, "food", MONDAY.plusSeconds(i));
        }
        weeks.publish();
    }

    private ThemeWeeks started() {
        Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        var started =
                new ThemeWeeks(WordsAsThemes.labeller(), output, new ThemeWeeks.Config(RETENTION, 5, watch), clock);
        started.restart();
        return started;
    }

    private void put(String id, String text, Instant arrived) {
        take(WordsAsThemes.comment(id, text, MONDAY), arrived);
    }

    private void take(Comment comment, Instant arrived) {
        take(weeks.routes().get(0), comment, arrived);
    }

    private static <V> void take(Route<V> route, Comment comment, Instant arrived) {
        route.put().take(route.topic().value().cast(comment), arrived);
    }

    private void remove(String key) {
        weeks.routes().get(0).remove().accept(key);
    }
}
