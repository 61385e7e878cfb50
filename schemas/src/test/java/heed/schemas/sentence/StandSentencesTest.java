package heed.schemas.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Reading;
import heed.schemas.figures.Counted;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandSentencesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant LATER = Instant.parse("2026-04-03T13:05:00Z");

    private static Reading of(int good, int all) {
        return new Disclosure(Audience.INTERNAL, 10).read(new Counted(all, good * 10_000L, good * 100_000_000L), 10);
    }

    private static StandSentences stand(Drop drop, Reading now) {
        return new StandSentences(drop, now, Optional.empty());
    }

    @Test
    void sayHowItIsNowBesideWhatWasUsualAndTheLowestThatItWasEstimatedAt() {
        // When
        var stand = stand(ExampleDrop.drop().build(), of(1_032, 1_200));

        // Then
        assertThat(stand.english(LONDON))
                .isEqualTo("Usual 91%, lowest 78%; now 86% of 1,200 answers in the last 7 days."
                        + " First flagged on 6 March 2026.");
        assertThat(stand.welsh(LONDON))
                .isEqualTo("Arferol 91%, isaf 78%; nawr 86% o 1,200 ateb yn y 7 diwrnod diwethaf."
                        + " Rhybudd cyntaf ar 6 Mawrth 2026.");
        assertThat(stand.goingOn()).isEqualTo(", now 86% of 1,200 answers in the last 7 days");
    }

    @Test
    void takeWhatItIsNowForTheLowestWhereItIsLower() {
        // When // Then
        assertThat(stand(ExampleDrop.drop().build(), of(30, 50)).english(LONDON))
                .startsWith("Usual 91%, lowest 60%; now 60% of 50 answers in the last 7 days.");
    }

    @Test
    void sayThatTooFewOrNoneAnsweredFromTheMinimumOn() {
        // Given
        Drop drop = ExampleDrop.drop().build();

        // When // Then
        assertThat(stand(drop, of(9, 10)).english(LONDON)).contains("; now 90% of 10 answers in the last 7 days.");
        assertThat(stand(drop, of(9, 9)).english(LONDON))
                .contains("lowest 78%; too few answers in the last 7 days to say how it is now.");
        assertThat(stand(drop, of(9, 9)).welsh(LONDON))
                .contains("isaf 78%; rhy ychydig o atebion yn y 7 diwrnod diwethaf i ddweud sut y mae nawr.");
        assertThat(stand(drop, of(0, 0)).english(LONDON)).contains("; no responses in the last 7 days.");
        assertThat(stand(drop, of(0, 0)).welsh(LONDON)).contains("; dim ymatebion yn y 7 diwrnod diwethaf.");
    }

    @Test
    void sayNothingOfNowWhereItIsWithheldAndWhy() {
        // Given
        Drop drop = ExampleDrop.drop().build();
        var overTime = stand(drop, new Reading.Withheld(Reading.Why.OVER_TIME));
        var wards = stand(drop, new Reading.Withheld(Reading.Why.SUBTRACTION));
        var months = stand(drop, new Reading.Withheld(Reading.Why.NOT_RELEASED));

        // When // Then
        assertThat(overTime.english(LONDON)).contains("; now withheld so that days of few answers cannot be computed.");
        assertThat(overTime.welsh(LONDON))
                .contains("; nawr wedi'i ddal yn ôl fel na ellir cyfrifo diwrnodau ag ychydig o atebion.");
        assertThat(wards.english(LONDON)).contains("; now withheld so that a small ward cannot be computed.");
        assertThat(wards.welsh(LONDON)).contains("; nawr wedi'i ddal yn ôl fel na ellir cyfrifo ward fach.");
        assertThat(months.english(LONDON)).contains("; now not released: shown by whole months, once they are closed.");
        assertThat(months.welsh(LONDON))
                .contains("; nawr heb ei ryddhau: dangosir fesul misoedd cyfan, ar ôl iddynt gau.");
        assertThat(overTime.goingOn()).isEmpty();
    }

    @Test
    void sayNothingOfNowWhereThatIsNotKnown() {
        // When
        var stand = new StandSentences(ExampleDrop.drop().build(), of(30, 50), Optional.of(LATER));

        // Then
        assertThat(stand.english(LONDON))
                .isEqualTo("Usual 91%, lowest 78%; how it is now is not known since 3 April 2026, 14:05."
                        + " First flagged on 6 March 2026.");
        assertThat(stand.welsh(LONDON))
                .isEqualTo("Arferol 91%, isaf 78%; ni wyddys sut y mae nawr ers 3 Ebrill 2026, 14:05."
                        + " Rhybudd cyntaf ar 6 Mawrth 2026.");
        assertThat(stand.goingOn()).isEmpty();
    }

    @Test
    void sayWhyADropIsOpenWhoseScoreIsUpAgain() {
        // When
        var stand = stand(ExampleDrop.drop().setEasedAt(LATER).build(), of(45, 50));

        // Then
        assertThat(stand.english(LONDON))
                .endsWith(" The score is up again; this stays open until it has stayed near what it was before.");
        assertThat(stand.welsh(LONDON)).contains(" Mae'r sgôr wedi codi eto; ");
    }

    @Test
    void sayWhenItEnded() {
        // Given
        Drop.Builder over = ExampleDrop.drop().setState(DropState.RECOVERED).setRecoveredAt(LATER);
        var back = stand(over.setPhase(DropPhase.RECOVERED).build(), of(45, 50));
        var usual = stand(over.setPhase(DropPhase.REBASELINED).build(), of(45, 50));

        // When // Then
        assertThat(back.english(LONDON)).endsWith("First flagged on 6 March 2026. It is over since 3 April 2026.");
        assertThat(back.welsh(LONDON)).endsWith(" Mae drosodd ers 3 Ebrill 2026.");
        assertThat(usual.english(LONDON)).endsWith(" It counts as usual since 3 April 2026.");
        assertThat(usual.welsh(LONDON)).endsWith(" Mae'n cyfrif fel arferol ers 3 Ebrill 2026.");
    }
}
