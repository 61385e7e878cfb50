package heed.monitoring.page.spc;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aWeek;
import static heed.monitoring.page.spc.SpcPages.ALL;
import static heed.monitoring.page.spc.SpcPages.LONDON;
import static heed.monitoring.page.spc.SpcPages.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.html.Parsed;
import heed.monitoring.view.spc.SpcQuery;
import heed.schemas.DropPhase;
import heed.schemas.questionnaire.Questionnaires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpcLimitsTest {

    private final SpcPages pages = new SpcPages();

    @Test
    void saysThatChanceIsEnoughAndDrawsMeanAndLimits() {
        // Given
        pages.calmWeeks(20);

        // When
        Parsed page = pages.page();

        // Then
        assertThat(page.texts(".lead"))
                .containsExactly(
                        "The newest week differs from the others no more than chance makes weeks differ: 90% on"
                                + " average, usually between 85% and 95%.");
        assertThat(page.texts(".spc-icon")).containsExactly("Common cause: no more change than chance makes");
        assertThat(page.texts("svg.spc text")).contains("mean 90%", "upper 95%", "lower 85%");
        assertThat(page.row("23 Feb to 1 Mar 2026")).containsExactly("91%", "100", "90%", "85% to 95%", "chance");
        assertThat(page.count("svg.spc circle.spc-mark.common")).isEqualTo(20);
        assertThat(page.count("line.target, b")).isZero();
        assertThat(page.text()).contains("The watch has no open drop here.");
    }

    @Test
    void marksConcernByShapeAndWordsAndNamesTheRule() {
        // Given
        pages.calmWeeks(20);
        pages.model.put(aWeek(MONDAY.minusWeeks(1)).positive(70, 100));
        pages.model.put(aDrop().open());

        // When
        Parsed page = pages.page();

        // Then
        assertThat(page.texts(".lead"))
                .containsExactly(
                        "Something other than chance has probably made answers worse: the newest week is below the"
                                + " lower limit.");
        assertThat(page.texts(".spc-icon")).containsExactly("L Special cause, concern: lower");
        assertThat(page.row("23 Feb to 1 Mar 2026")).endsWith("concern (outside the limits)");
        assertThat(page.links("an open drop"))
                .containsExactly("/drops/" + aDrop().open().getDropId());
        assertThat(page.count("svg.spc polygon.spc-mark.concerning")).isEqualTo(1);
        assertThat(page.count(".legend polygon.spc-mark.concerning")).isEqualTo(1);
    }

    @Test
    void hasNoLimitsOfTwelveWeeks() {
        // Given
        pages.calmWeeks(12);

        // When
        Parsed page = pages.page();

        // Then
        assertThat(page.texts(".lead")).containsExactly("Too few weeks for limits: it takes 13 that may be shown.");
        assertThat(page.row("23 Feb to 1 Mar 2026")).endsWith("no limits yet");
        assertThat(page.count(".spc-icon, line.limit, line.mean")).isZero();
    }

    @Test
    void judgesATargetOnlyWhereAQuestionnaireSetsOne(@TempDir Path directory) throws IOException {
        // Given
        pages.calmWeeks("aim-1.good", 20);

        // When
        Parsed none = pages.page();
        Parsed met = pages.page(ALL, aimingAt(80, directory));
        Parsed chance = pages.page(ALL, aimingAt(90, directory));
        Parsed missed = pages.page(ALL, aimingAt(97, directory));

        // Then
        assertThat(none.text()).doesNotContain("target");
        assertThat(none.count("line.target")).isZero();
        assertThat(met.count("line.target")).isEqualTo(1);
        assertThat(met.texts(".spc-icon")).endsWith("P Passes the target consistently");
        assertThat(met.text()).contains("The target is 80%. As things are, every week can be expected to pass it.");
        assertThat(chance.texts(".spc-icon")).endsWith("? Hits or misses the target by chance");
        assertThat(missed.texts(".spc-icon")).endsWith("F Falls short of the target consistently");
    }

    @Test
    void drawsLimitsAnewWhereANewLevelWasMadeTheUsualOne() {
        // Given
        pages.calmWeeks(40);
        Instant made = MONDAY.minusWeeks(14).atStartOfDay(LONDON).toInstant();
        for (int back = 14; back >= 1; back--) {
            pages.model.put(aWeek(MONDAY.minusWeeks(back)).positive(69 + back % 2 * 2, 100));
        }
        pages.model.put(aDrop().recovered(made)
                .with(drop -> drop.setPhase(DropPhase.REBASELINED))
                .build());

        // When
        Parsed page = pages.page();

        // Then
        assertThat(page.texts(".spc-icon")).containsExactly("Common cause: no more change than chance makes");
        assertThat(page.texts("svg.spc text")).contains("mean 70%");
        assertThat(page.count("line.mean")).isEqualTo(2);
    }

    @Test
    void drawsLimitsWithoutOutlyingChangesWhereAsked() {
        // Given
        pages.calmWeeks(20);
        pages.model.put(aWeek(MONDAY.minusWeeks(9)).positive(40, 100));

        // When
        Parsed all = pages.page();
        Parsed screened = pages.page(new SpcQuery(null, null, null, "screened"), Questionnaires.shipped());

        // Then
        assertThat(all.texts("svg.spc text")).contains("lower 69%").noneMatch(words -> words.startsWith("upper"));
        assertThat(screened.texts("svg.spc text")).contains("upper 93%", "lower 82%");
    }

    private static Questionnaires aimingAt(int percent, Path directory) throws IOException {
        Files.writeString(
                directory.resolve("aim.yaml"),
                """
                id: aim-1
                title: Aim
                questions: {q: {text: Good?, answers: {yes: Yes, no: No}}}
                measures:
                  good: {title: Good, question: q, watch: overall, target: %d, points: {yes: 10000, no: 0}}
                """
                        .formatted(percent));
        return Questionnaires.shipped().andIn(directory);
    }
}
