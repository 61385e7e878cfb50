package heed.monitoring.page.drop;

import static heed.monitoring.DropFixture.aDrop;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.EvidenceDay;
import heed.schemas.MixCheck;
import heed.schemas.MixDimension;
import heed.schemas.MixVerdict;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropPageTest {

    private static final int FEBRUARY_23 = (int) LocalDate.parse("2026-02-23").toEpochDay();

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final Names names =
            new Names(HospitalDirectory.of(List.of(), ZoneId.of("Europe/London")), Questionnaires.shipped());

    private String page(Drop drop) {
        return new DropPage(names, 10)
                .write(drop, model.snapshot(), ActForm.fresh(""))
                .body()
                .toString();
    }

    private static MixCheck mix(MixVerdict verdict, Double held) {
        return new MixCheck(MixDimension.CHANNEL, 0.13, held, 0.9, 900L, 110L, verdict);
    }

    private static Drop evident() {
        return aDrop().with(drop -> drop.setTrail(List.of(
                        new EvidenceDay(FEBRUARY_23, 9, 0.67, 0.91, 0.2),
                        new EvidenceDay(FEBRUARY_23 + 1, 10, 0.7, 0.91, 1.21))))
                .open();
    }

    @Test
    void saysHowSureADropIs() {
        // When
        String page = page(aDrop().open());

        // Then
        assertThat(page)
                .contains("<h1>Rated very good or good fell from 91% to 78%</h1>")
                .contains("weighted</th><td class=\"n\">112</td>")
                .contains("99% confidence</th><td class=\"n\">71% to 84%</td>")
                .contains("13 points")
                .contains("less than once in 2 years")
                .contains("T0, 730 days</th><td class=\"n\">once in 2 years</td>")
                .contains("watch-1");
    }

    @Test
    void tellsADropInItsOwnSentencesAndMarksTheWelshOne() {
        // When
        String page = page(aDrop().with(drop -> drop.setSentenceEn("It fell.").setSentenceCy("Gostyngodd."))
                .open());

        // Then
        assertThat(page)
                .contains("<p class=\"lead\">It fell.</p>")
                .contains("<p class=\"lead welsh\" lang=\"cy\">Gostyngodd.</p>")
                .doesNotContain("have been lower");
    }

    @Test
    void showsTheEvidenceOfADayButItsScoreOnlyFromTheMinimumOn() {
        // When
        String page = page(evident());

        // Then
        assertThat(page)
                .contains("23 Feb 2026</th><td class=\"n small\" colspan=\"2\">fewer than 10 answers</td>"
                        + "<td class=\"n\">91%</td><td class=\"n\">0.200</td>")
                .contains("24 Feb 2026</th><td class=\"n\">10</td><td class=\"n\">70%</td>")
                .contains("2 days to 24 Feb 2026: 1.210 at the end")
                .doesNotContain("67%");
    }

    @Test
    void saysWhetherTheFallIsDownToWhoAnsweredWithBothFigures() {
        // When
        String remains = page(aDrop().with(drop -> drop.setMix(List.of(mix(MixVerdict.REMAINS, 0.12))))
                .open());
        String explained = page(aDrop().with(drop -> drop.setMix(List.of(mix(MixVerdict.EXPLAINED, 0.01))))
                .open());
        String unknown = page(aDrop().with(drop -> drop.setMix(List.of(mix(MixVerdict.UNKNOWN, null))))
                .open());

        // Then
        assertThat(remains)
                .contains("fell by 13 points. With the same mix as before, it would have fallen by 12 points."
                        + " The fall is not down to who answered.");
        assertThat(explained).contains("fallen by 1 point. The fall is mostly or wholly down to who answered");
        assertThat(unknown).contains("Too few answers can be compared").doesNotContain("would have fallen");
    }

    @Test
    void saysThatCorrectionsTookTheGroundsForAnAlarm() {
        assertThat(page(aDrop().with(drop -> drop.setRaisedToday(false)).open()))
                .contains("would not be raised");
        assertThat(page(aDrop().open())).doesNotContain("would not be raised");
    }

    @Test
    void saysWhomADropIsSureEnoughForAndHowOftenChanceFlagsOne() {
        // When
        String page =
                page(aDrop().with(drop -> drop.setAudience(Audience.PUBLISHED)).open());

        // Then
        assertThat(page)
                .contains("and for readers of many hospitals</th><td class=\"n\">published</td>")
                .contains("How often chance alone raises an alarm here, at most");
    }
}
