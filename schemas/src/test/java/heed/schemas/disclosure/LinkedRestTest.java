package heed.schemas.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.disclosure.LinkedDays.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkedRestTest {

    private static final int MINIMUM = 10;
    private static final LocalDate START = LocalDate.parse("2026-01-01");

    /** A line with so many answers each day. */
    private static LinkedDays line(int daily) {
        return new LinkedDays(day -> START.datesUntil(day.plusDays(1)).count() * daily, MINIMUM);
    }

    /** The days from one to another, from 1. */
    private static Span days(int first, int last) {
        return new Span(START.plusDays(first - 2L), START.plusDays(last - 1L));
    }

    /** A hospital of which ten days are told, and the last of them but so many. */
    private static LinkedDays whole(int daily, int last) {
        LinkedDays whole = line(daily);
        whole.tell(days(2, 11));
        whole.tell(days(2, 11 - last));
        return whole;
    }

    /** Tells ten days of a part, whatever is left, and then whether it tells those but the last so many. */
    private static boolean tellsAlso(LinkedRest rest, LinkedDays part, int last) {
        rest.tell(days(2, 11), part);
        part.tell(days(2, 11));
        return rest.tellIfEnoughIsLeft(days(2, 11 - last), List.of(part));
    }

    @Test
    void tellsNoWindowThatLeavesTooFewOfTheWhole() {
        // Given
        LinkedDays whole = whole(15, 1);

        // When
        boolean five = tellsAlso(new LinkedRest(whole, MINIMUM), line(10), 1);
        boolean none = tellsAlso(new LinkedRest(whole, MINIMUM), line(15), 1);
        boolean ten = tellsAlso(new LinkedRest(whole(15, 2), MINIMUM), line(10), 2);

        // Then
        assertThat(five).isFalse();
        assertThat(none).isTrue();
        assertThat(ten).isTrue();
    }

    @Test
    void doesNotMindWhatIsLeftWhereTheWholeIsNotKnown() {
        // Given
        LinkedDays whole = line(15);
        whole.tell(days(2, 11));

        // When
        boolean told = tellsAlso(new LinkedRest(whole, MINIMUM), line(10), 1);

        // Then
        assertThat(told).isTrue();
    }

    @Test
    void takesOffEveryPartThatIsTold() {
        // Given
        LinkedRest rest = new LinkedRest(whole(30, 1), MINIMUM);
        LinkedDays one = line(12);
        LinkedDays other = line(12);
        rest.tell(days(2, 11), one);
        one.tell(days(2, 11));
        rest.tell(days(2, 11), other);
        other.tell(days(2, 11));

        // When
        boolean both = rest.tellIfEnoughIsLeft(days(2, 10), List.of(one, other));
        boolean alone = rest.tellIfEnoughIsLeft(days(2, 10), List.of(one));

        // Then
        assertThat(both).isFalse();
        assertThat(alone).isTrue();
    }

    /** Of ten days the hospital has 21 answers, and of six days within them a ward has all but so many. */
    @Test
    void looksAtDaysOfAPartThatLieWithinThoseOfTheWhole() {
        // Given
        LinkedDays whole = new LinkedDays(day -> upTo(day) >= 11 ? 21 : 0, MINIMUM);
        whole.tell(days(2, 11));

        // When
        List<Boolean> told = List.of(20L, 12L, 11L, 21L).stream()
                .map(answers -> {
                    LinkedDays part = new LinkedDays(day -> upTo(day) >= 9 ? answers : 0, MINIMUM);
                    return new LinkedRest(whole, MINIMUM).tellIfEnoughIsLeft(days(4, 9), List.of(part));
                })
                .toList();

        // Then
        assertThat(told).containsExactly(false, false, true, true);
    }

    private static long upTo(LocalDate day) {
        return START.datesUntil(day.plusDays(1)).count();
    }
}
