package heed.schemas.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.disclosure.LinkedDays.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LinkedDaysTest {

    private static final int MINIMUM = 10;
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final int DAYS = 28;

    /** A line with so many answers a day. */
    private static LinkedDays line(int... answers) {
        return new LinkedDays(day -> sum(answers, day), MINIMUM);
    }

    private static long sum(int[] answers, LocalDate day) {
        long sum = 0;
        for (int at = 0; at < answers.length && START.plusDays(at).isBefore(day.plusDays(1)); at++) {
            sum += answers[at];
        }
        return sum;
    }

    /** The days from one to another, from 1. */
    private static Span days(int first, int last) {
        return new Span(START.plusDays(first - 2L), START.plusDays(last - 1L));
    }

    @Test
    void tellsNoWindowThatLeavesAnotherTooFew() {
        // Given
        LinkedDays ten = line(20, 20, 10);
        LinkedDays nine = line(20, 20, 9);
        LinkedDays none = line(20, 20, 0);

        // When
        for (LinkedDays each : List.of(ten, nine, none)) {
            each.tell(days(1, 3));
            each.tell(days(1, 1));
        }

        // Then
        assertThat(ten.mayTell(days(2, 2))).isTrue();
        assertThat(nine.mayTell(days(2, 2))).isFalse();
        assertThat(none.mayTell(days(2, 2))).isTrue();
    }

    @Test
    void tellsNoWindowThatLeavesOneThatIsHidden() {
        // Given
        LinkedDays line = line(20, 20, 20);
        line.tell(days(1, 3));

        // When
        boolean before = line.mayTell(days(1, 2));
        line.hide(days(3, 3));

        // Then
        assertThat(before).isTrue();
        assertThat(line.mayTell(days(1, 2))).isFalse();
    }

    @Property
    void nothingOfFewAnswersFollowsFromWhatItTells(
            @ForAll @Size(DAYS) List<@IntRange(max = 6) Integer> daily,
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = DAYS) Integer> lasts,
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = DAYS) Integer> lengths) {
        // Given
        int[] answers = daily.stream().mapToInt(Integer::intValue).toArray();

        // When
        List<Span> told = told(answers, lasts, lengths);

        // Then
        for (Set<LocalDate> linked : linked(told)) {
            for (LocalDate one : linked) {
                assertThat(linked).allSatisfy(other -> {
                    long apart = Math.abs(sum(answers, one) - sum(answers, other));
                    assertThat(apart == 0 || apart >= MINIMUM).isTrue();
                });
            }
        }
    }

    @Property
    void nothingOfFewAnswersIsLeftAroundDaysThatLieWithinOthers(
            @ForAll @Size(DAYS) List<@IntRange(max = 6) Integer> daily,
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = DAYS) Integer> lasts,
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = DAYS) Integer> lengths) {
        // Given
        int[] answers = daily.stream().mapToInt(Integer::intValue).toArray();

        // When
        List<Span> told = told(answers, lasts, lengths);

        // Then
        for (Span around : told) {
            assertThat(told)
                    .filteredOn(within -> !within.before().isBefore(around.before())
                            && !within.last().isAfter(around.last()))
                    .allSatisfy(within -> {
                        long left = sum(answers, around.last())
                                - sum(answers, around.before())
                                - sum(answers, within.last())
                                + sum(answers, within.before());
                        assertThat(left == 0 || left >= MINIMUM).isTrue();
                    });
        }
    }

    /** Returns which windows are told, of one after the other that has enough answers by itself. */
    private static List<Span> told(int[] answers, List<Integer> lasts, List<Integer> lengths) {
        LinkedDays line = line(answers);
        List<Span> told = new ArrayList<>();
        for (int at = 0; at < Math.min(lasts.size(), lengths.size()); at++) {
            Span window = days(Math.max(1, lasts.get(at) - lengths.get(at)), lasts.get(at));
            long n = sum(answers, window.last()) - sum(answers, window.before());
            if (n >= MINIMUM && line.mayTell(window)) {
                line.tell(window);
                told.add(window);
            }
        }
        return told;
    }

    /** Returns what is linked, by going from each to each. */
    private static List<Set<LocalDate>> linked(List<Span> told) {
        Map<LocalDate, Set<LocalDate>> groups = new HashMap<>();
        for (Span window : told) {
            Set<LocalDate> all = new HashSet<>(Set.of(window.before(), window.last()));
            all.addAll(groups.getOrDefault(window.before(), Set.of()));
            all.addAll(groups.getOrDefault(window.last(), Set.of()));
            all.forEach(day -> groups.put(day, all));
        }
        return List.copyOf(groups.values());
    }
}
