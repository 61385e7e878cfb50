package heed.connectors.notify;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.EvidenceDay;
import heed.schemas.Severity;
import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.ThemeRise;
import heed.schemas.ThemeRiseState;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.sentence.ThemeRiseSentences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private static final Instant LATER = Sample.NOON.plusSeconds(86_400);

    private final Notices staff = notices(new Disclosure(Audience.INTERNAL, 10));
    private final Notices everybody = notices(new Disclosure(Audience.PUBLISHED, 21));

    @Test
    void aDropIsAnotherStateWhereItGetsWorseIsRaisedAgainOrEndsAndNoOtherwise() {
        // When // Then
        assertThat(state(Sample.drop())).isEqualTo("d1|open-moderate OPENED");
        assertThat(state(Sample.drop().setPhase(DropPhase.CONFIRMED).setAudience(Audience.PUBLISHED)))
                .isEqualTo("d1|open-moderate OPENED");
        assertThat(state(Sample.drop().setPhase(DropPhase.REVISED).setRaisedToday(false)))
                .isEqualTo("d1|open-moderate OPENED");
        assertThat(state(Sample.drop().setPhase(DropPhase.EASED).setEasedAt(LATER)))
                .isEqualTo("d1|open-moderate OPENED");
        assertThat(state(Sample.drop()
                        .setPhase(DropPhase.ESCALATED)
                        .setSeverity(Severity.SEVERE)
                        .setEscalatedAt(LATER)))
                .isEqualTo("d1|open-severe WORSE");
        assertThat(state(Sample.drop().setPhase(DropPhase.REOPENED).setReopenedAt(LATER)))
                .isEqualTo("d1|open-1772712000000-moderate WORSE");
        assertThat(state(Sample.drop()
                        .setPhase(DropPhase.RECOVERED)
                        .setState(DropState.RECOVERED)
                        .setRecoveredAt(LATER)))
                .isEqualTo("d1|ended ENDED");
    }

    @Test
    void saysTheSentencesOfTheRecordAndWhereThePageTellsMore() {
        // When
        Notice notice = staff.of(Sample.drop().build()).orElseThrow();

        // Then
        assertThat(notice.english())
                .isEqualTo(new Notice.Words(
                        "Moderate drop in 'Rated very good or good' at H1, ward Ward-7",
                        "The score is lower than usual."));
        assertThat(notice.path()).isEqualTo("/drops/d1");
    }

    @Test
    void thoseOutsideAreToldOfWholeHospitalsAloneOnceTheEvidenceIsEnoughAndTheAnswersAre() {
        // Given
        Drop whole = Sample.drop().setUnit(null).setAudience(Audience.PUBLISHED).build();
        Drop ofAUnit = Sample.drop().setAudience(Audience.PUBLISHED).build();
        Drop notSure = Sample.drop().setUnit(null).build();
        Drop ofFew = Sample.drop()
                .setUnit(null)
                .setAudience(Audience.PUBLISHED)
                .setResponsesUsed(20.9)
                .build();

        // When
        Optional<Notice> told = everybody.of(whole);

        // Then
        assertThat(told).isPresent();
        assertThat(everybody.of(ofAUnit)).isEmpty();
        assertThat(everybody.of(notSure)).isEmpty();
        assertThat(everybody.of(ofFew)).isEmpty();
        assertThat(staff.of(notSure)).isPresent();
    }

    @Test
    void aSilenceIsForStaffAlone() {
        // Given
        Silence silence = Silence.newBuilder()
                .setSilenceId("s1")
                .setHospital("H1")
                .setState(SilenceState.OPEN)
                .setLastResponse(Sample.NOON)
                .setOpenedAt(LATER)
                .setHoursListened(30)
                .setHoursExpected(20)
                .setEvidence(9)
                .setThreshold(8)
                .setFalseAlarmDays(365)
                .setWeeksLearned(8)
                .setRuleVersion("silence-1")
                .setAsOf(LATER)
                .setSentenceEn("Nothing has come.")
                .build();

        // When
        Optional<Notice> told = staff.of(silence);

        // Then
        assertThat(told).hasValueSatisfying(notice -> {
            assertThat(notice.key()).isEqualTo("s1|open");
            assertThat(notice.english()).isEqualTo(new Notice.Words("No responses arrive: H1", "Nothing has come."));
        });
        assertThat(everybody.of(silence)).isEmpty();
    }

    @Test
    void aThemeThatMoreWriteAboutIsForStaffAloneAndKnownByTheWeekThatItWasFoundWith() {
        // Given
        ThemeRise.Builder rise = Sample.themeRise();
        ThemeRise open = rise.build();

        // When
        Notice told = staff.of(open).orElseThrow();
        Notice ended = staff.of(
                        rise.setState(ThemeRiseState.ENDED).setEnded("2026-W20").build())
                .orElseThrow();
        Notice withdrawn = staff.of(
                        rise.setState(ThemeRiseState.WITHDRAWN).setEnded(null).build())
                .orElseThrow();

        // Then
        assertThat(told.key()).isEqualTo("H1|timeliness|themes-1|open-2026-W08");
        assertThat(told.english())
                .isEqualTo(new Notice.Words(
                        "More write about 'Timeliness of care' at H1", ThemeRiseSentences.english(open)));
        assertThat(told.path()).isEqualTo("/hospitals/H1/comments");
        assertThat(told.since()).isEqualTo(Instant.parse("2026-02-02T00:00:00Z"));
        assertThat(ended.key()).isEqualTo("H1|timeliness|themes-1|ended-2026-W08");
        assertThat(ended.turn()).isEqualTo(NoticeTurn.ENDED);
        assertThat(ended.asOf()).isAfter(told.asOf());
        assertThat(withdrawn.key()).isEqualTo("H1|timeliness|themes-1|withdrawn-2026-W08");
        assertThat(withdrawn.asOf()).isAfter(told.asOf());
        assertThat(everybody.of(open)).isEmpty();
        assertThat(staff.of(rise.setState(ThemeRiseState.UNSTATED).build())).isEmpty();
    }

    @Test
    void theDaysThatLedToAnOpenDropAreForAPictureAsFarAsTheyMayBeTold() {
        // Given
        Drop.Builder drop = Sample.drop().setTrail(Sample.days());
        Drop of2 = Sample.drop().setTrail(Sample.days().subList(0, 2)).build();
        Drop of3 = Sample.drop().setTrail(Sample.days().subList(0, 3)).build();
        Drop ofFew = Sample.drop()
                .setTrail(List.of(
                        Sample.day("2026-03-01", 10, .9),
                        Sample.day("2026-03-02", 10, .8),
                        Sample.day("2026-03-03", 9, .7)))
                .build();
        Drop over = Sample.drop()
                .setTrail(Sample.days())
                .setPhase(DropPhase.RECOVERED)
                .setState(DropState.RECOVERED)
                .setRecoveredAt(LATER)
                .build();
        Drop forEverybody = drop.setUnit(null).setAudience(Audience.PUBLISHED).build();

        // When
        DropChart chart = staff.of(drop.build()).flatMap(Notice::chart).orElseThrow();

        // Then
        assertThat(chart.days())
                .extracting(day -> day.date().toString().substring(5) + " " + day.score())
                .containsExactly(
                        "02-24 0.95",
                        "02-25 0.94",
                        "02-26 0.92",
                        "02-27 0.95",
                        "03-02 0.91",
                        "03-03 0.84",
                        "03-04 0.81");
        assertThat(chart.since()).isEqualTo("2026-03-03");
        assertThat(staff.of(of2).flatMap(Notice::chart)).isEmpty();
        assertThat(staff.of(of3).flatMap(Notice::chart)).isPresent();
        assertThat(staff.of(ofFew).flatMap(Notice::chart)).isEmpty();
        assertThat(staff.of(over).flatMap(Notice::chart)).isEmpty();
        assertThat(everybody.of(forEverybody)).isPresent();
        assertThat(everybody.of(forEverybody).flatMap(Notice::chart)).isEmpty();
    }

    @Test
    void aDropWithAFigureThatIsNoneIsToldWithoutAChart() {
        // Given
        List<EvidenceDay> days = new ArrayList<>(Sample.days());
        days.set(0, Sample.day("2026-02-24", 21, Double.NaN));
        Drop ofNoDay = Sample.drop().setTrail(days).build();
        Drop ofNoScore =
                Sample.drop().setTrail(Sample.days()).setScore(Double.NaN).build();

        // When // Then
        assertThat(staff.of(ofNoDay)).isPresent();
        assertThat(staff.of(ofNoDay).flatMap(Notice::chart)).isEmpty();
        assertThat(staff.of(ofNoScore)).isPresent();
        assertThat(staff.of(ofNoScore).flatMap(Notice::chart)).isEmpty();
    }

    private String state(Drop.Builder drop) {
        return staff.of(drop.build())
                .map(notice -> notice.key() + " " + notice.turn())
                .orElse("nothing");
    }

    private static Notices notices(Disclosure disclosure) {
        return new Notices(disclosure, HospitalDirectory.empty(), Questionnaires.shipped());
    }
}
