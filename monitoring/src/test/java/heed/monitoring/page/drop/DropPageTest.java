package heed.monitoring.page.drop;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aWeek;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.MovementFixture;
import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.DropNews;
import heed.monitoring.page.PageReader;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Followed;
import heed.monitoring.view.Names;
import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.EvidenceDay;
import heed.schemas.MixCheck;
import heed.schemas.MixDimension;
import heed.schemas.MixVerdict;
import heed.schemas.Score;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.record.RecordCopy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DropPageTest {

    private static final int FEBRUARY_23 = (int) LocalDate.parse("2026-02-23").toEpochDay();

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final Names names =
            new Names(HospitalDirectory.of(List.of(), ZoneId.of("Europe/London")), Questionnaires.shipped());

    private Parsed page(Drop drop) {
        return Asked.parsed(new DropPage(names, SimulatedPipeline.running(), 10)
                .write(drop, model.snapshot(), Optional.of(ActionForm.fresh(PageReader.unnamed(right -> true), "")))
                .body());
    }

    private static MixCheck mix(MixVerdict verdict, Double held) {
        return MixCheck.newBuilder()
                .setDimension(MixDimension.CHANNEL)
                .setFall(0.13)
                .setFallHeld(held)
                .setCovered(0.9)
                .setNBefore(900L)
                .setNSince(110L)
                .setVerdict(verdict)
                .build();
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
        Parsed page = page(aDrop().open());

        // Then
        assertThat(page.texts("h1")).containsExactly("Rated very good or good fell from 91% to 78%");
        assertThat(page.fact("weighted")).isEqualTo("112");
        assertThat(page.fact("99% confidence")).isEqualTo("71% to 84%");
        assertThat(page.fact("T0, 730 days")).isEqualTo("once in 2 years");
        assertThat(page.text()).contains("13 points", "less than once in 2 years", "watch-1");
    }

    @Test
    void tellsADropInItsOwnSentencesOfEitherLanguage() {
        // Given
        Drop drop = aDrop().with(each -> each.setSentenceEn("It fell.").setSentenceCy("Gostyngodd."))
                .open();

        // When
        Parsed page = page(drop);
        model.put(drop);
        model.publish();
        Parsed welsh = Asked.welsh(
                new DropPage(names, SimulatedPipeline.running(), 10), model.snapshot(), "/drops/" + drop.getDropId());

        // Then
        assertThat(page.texts(".lead")).containsExactly("It fell.");
        assertThat(welsh.texts(".lead")).containsExactly("Gostyngodd.");
        assertThat(welsh.texts(".others"))
                .containsExactly(
                        "Ni ellir dweud a ddisgynnodd ysbytai eraill hefyd: gellir cymharu rhy ychydig yn yr wythnosau"
                                + " hyn, neu nid ydynt wedi cau eto, fel y mae'n rhaid i ddarllenydd nad yw'n gweld pob"
                                + " ysbyty.");
        assertThat(page.text()).doesNotContain("have been lower");
    }

    @Test
    void showsTheEvidenceOfADayButItsScoreOnlyFromTheMinimumOn() {
        // When
        Parsed page = page(evident());

        // Then
        assertThat(page.row("23 Feb 2026")).containsExactly("Too few to show (fewer than 10)", "91%", "0.200");
        assertThat(page.row("24 Feb 2026")).containsExactly("10", "70%", "91%", "1.210");
        assertThat(page.one("svg.evidence").attribute("aria-label"))
                .contains("2 days to 24 Feb 2026: 1.210 at the end");
        assertThat(page.attributes("svg.evidence circle.score-dot[r=4.0]", "cx"))
                .hasSize(1);
        assertThat(page.text()).doesNotContain("67%");
    }

    @Test
    void saysWhetherTheFallIsDownToWhoAnsweredWithBothFigures() {
        // When
        Parsed remains = page(aDrop().with(drop -> drop.setMix(List.of(mix(MixVerdict.REMAINS, 0.12))))
                .open());
        Parsed explained = page(aDrop().with(drop -> drop.setMix(List.of(mix(MixVerdict.EXPLAINED, 0.01))))
                .open());
        Parsed unknown = page(aDrop().with(drop -> drop.setMix(List.of(mix(MixVerdict.UNKNOWN, null))))
                .open());

        // Then
        assertThat(remains.text())
                .contains("fell by 13 points. With the same mix as before, it would have fallen by 12 points."
                        + " The fall is not down to who answered.");
        assertThat(explained.text()).contains("fallen by 1 point. The fall is mostly or wholly down to who answered");
        assertThat(unknown.text()).contains("Too few answers can be compared").doesNotContain("would have fallen");
    }

    @Test
    void saysWhatAllHospitalsDidInTheSameWeeksAndWhoseFallItIsAndSoDoesTheCard() {
        // Given
        Drop drop = aDrop().open();
        model.put(drop);
        for (String monday : List.of("2026-01-26", "2026-02-02", "2026-02-09")) {
            model.put(aWeek(LocalDate.parse(monday)).positive(910, 1_000));
            model.put(MovementFixture.week(monday, 0));
        }
        model.put(aWeek(LocalDate.parse("2026-02-23")).positive(780, 1_000));
        model.put(MovementFixture.week("2026-02-23", -0.02));

        // When
        model.publish();
        Parsed page = page(drop);
        Parsed cards = Asked.parsed(new DropNews(names, SimulatedPipeline.running())
                .open(model.snapshot(), Asked.acting(false), Followed.NONE));

        // Then
        assertThat(page.texts("p.others"))
                .containsExactly(
                        "Others moved by -2.0 points in the same weeks (95% range -2.5 to -1.5). Here it was -13.0:"
                                + " beyond the others -11.0 (95% range -15.9 to -6.1). This is a fall of its own.");
        assertThat(cards.texts("p.others")).isEqualTo(page.texts("p.others"));
    }

    @Test
    void comparesNoWeeksOfFewerAnswersThanTheirRowsWereWrittenToShow() {
        // Given
        Drop drop = aDrop().open();
        model.put(drop);
        for (String monday : List.of("2026-02-02", "2026-02-09", "2026-02-23")) {
            model.put(RecordCopy.of(aWeek(LocalDate.parse(monday)).positive(780, 1_000), Score.newBuilder())
                    .setMinimum(1_001)
                    .build());
            model.put(MovementFixture.week(monday, 0));
        }

        // When
        model.publish();

        // Then
        assertThat(page(drop).texts("p.others"))
                .containsExactly(
                        "Whether other hospitals fell too can't be told: too few can be compared in these weeks, or they"
                                + " are not closed yet, as they must be for a reader who does not see all hospitals.");
    }

    @Test
    void saysThatOthersCannotBeComparedAndTheCardIsSilent() {
        // Given
        Drop drop = aDrop().open();
        model.put(drop);

        // When
        model.publish();
        Parsed cards = Asked.parsed(new DropNews(names, SimulatedPipeline.running())
                .open(model.snapshot(), Asked.acting(false), Followed.NONE));

        // Then
        assertThat(page(drop).texts("p.others"))
                .containsExactly(
                        "Whether other hospitals fell too can't be told: too few can be compared in these weeks, or they"
                                + " are not closed yet, as they must be for a reader who does not see all hospitals.");
        assertThat(cards.texts("p.others")).isEmpty();
    }

    @Test
    void saysThatCorrectionsTookTheGroundsForAnAlarm() {
        // When // Then
        assertThat(page(aDrop().with(drop -> drop.setRaisedToday(false)).open()).text())
                .contains("would not be raised");
        assertThat(page(aDrop().open()).text()).doesNotContain("would not be raised");
    }

    @Test
    void saysWhomADropIsSureEnoughForAndHowOftenChanceFlagsOne() {
        // When
        Parsed page =
                page(aDrop().with(drop -> drop.setAudience(Audience.PUBLISHED)).open());

        // Then
        assertThat(page.fact("and for readers of many hospitals")).isEqualTo("published");
        assertThat(page.text()).contains("How often chance alone raises an alarm here, at most");
    }
}
