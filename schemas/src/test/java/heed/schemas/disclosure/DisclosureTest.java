package heed.schemas.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.figures.Counted;
import heed.schemas.record.FilledRecord;
import org.junit.jupiter.api.Test;

class DisclosureTest {

    private static final Minimums MINIMUMS = new Minimums(10, 21);
    private static final Disclosure STAFF = Disclosure.to(Audience.INTERNAL, MINIMUMS);
    private static final Disclosure EVERYBODY = Disclosure.to(Audience.PUBLISHED, MINIMUMS);

    private static Counted tally(long n) {
        return new Counted(n, 0, 0);
    }

    @Test
    void showsEachAudienceFiguresFromItsOwnMinimumOn() {
        // When // Then
        assertThat(STAFF.read(tally(9), 0)).isEqualTo(new Reading.TooFew(10));
        assertThat(STAFF.read(tally(10), 0)).isInstanceOf(Reading.Shown.class);
        assertThat(EVERYBODY.read(tally(20), 0)).isEqualTo(new Reading.TooFew(21));
        assertThat(EVERYBODY.read(tally(21), 0)).isInstanceOf(Reading.Shown.class);
        assertThat(EVERYBODY.read(tally(0), 0)).isEqualTo(new Reading.NoResponses());
    }

    @Test
    void keepsToTheMinimumThatRowsWereWrittenWithWhereItIsTheLarger() {
        // When // Then
        assertThat(STAFF.read(tally(11), 12)).isEqualTo(new Reading.TooFew(12));
        assertThat(STAFF.read(tally(12), 12)).isInstanceOf(Reading.Shown.class);
        assertThat(STAFF.read(tally(9), 5)).isEqualTo(new Reading.TooFew(10));
    }

    @Test
    void tellsEverybodyOfWholeHospitalsOnly() {
        // When // Then
        assertThat(STAFF.takesUnit("W1")).isTrue();
        assertThat(EVERYBODY.takesUnit("W1")).isFalse();
        assertThat(EVERYBODY.takesUnit(null)).isTrue();
    }

    @Test
    void blanksOfADropTheDaysAndGroupsThatAreTooSmallAndNothingElse() {
        // Given
        Drop small = FilledRecord.of(Drop.class);
        Disclosure wide = new Disclosure(Audience.PUBLISHED, 1);
        Disclosure narrow = new Disclosure(Audience.PUBLISHED, 1_000_000);

        // When
        Drop toStaff = STAFF.cleared(small);
        Drop toEverybody = wide.cleared(small);
        Drop ofFew = narrow.cleared(small);

        // Then
        assertThat(FilledRecord.differing(small, toStaff)).isEmpty();
        assertThat(FilledRecord.differing(small, toEverybody)).isEmpty();
        assertThat(FilledRecord.differing(small, ofFew))
                .containsExactly("mix", "responses_back", "score_back", "trail");
    }

    @Test
    void refusesAnAudienceThatIsShownNothing() {
        // When // Then
        assertThatThrownBy(() -> new Disclosure(Audience.NOBODY, 10))
                .hasMessage("needs somebody who reads and a minimum of at least 1: audience=NOBODY minimum=10");
    }
}
