package heed.schemas.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.EvidenceDay;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldTrailTest {

    @Test
    void tellsTheEvidenceOfNoDaysThatHaveFewAnswersBetweenThem() {
        // Given
        List<EvidenceDay> days = days(4, 6, 6, 3, 12, 2);

        // When
        List<EvidenceDay> told = ToldTrail.of(days, 10);

        // Then
        assertThat(told)
                .as(
                        "at the alarm, and as many days before it as leave 2 + 3 + 6 answers between that are told nowhere; 4 + 6 until then")
                .extracting(EvidenceDay::getDay)
                .containsExactly(1, 5);
        assertThat(told).extracting(EvidenceDay::getN).containsOnly(0);
        assertThat(told).extracting(EvidenceDay::getScore).containsOnly(0d);
        assertThat(told).extracting(EvidenceDay::getUsual).containsOnly(.88);
    }

    @Test
    void tellsAllDaysThatHaveEnoughAnswersAsTheyAre() {
        // Given
        List<EvidenceDay> days = days(10, 25, 11);

        // When // Then
        assertThat(ToldTrail.of(days, 10)).isEqualTo(days);
    }

    @Test
    void tellsTheDayBeforeFewAnswersOnlyWhereTheyAreEnoughTogether() {
        // When // Then
        assertThat(ToldTrail.of(days(20, 9, 1, 20), 10))
                .extracting(EvidenceDay::getDay)
                .containsExactly(0, 2, 3);
        assertThat(ToldTrail.of(List.of(), 10)).isEmpty();
    }

    @Test
    void tellsNoEvidenceThatFollowsFromFewAnswersSinceItBegan() {
        // When // Then
        assertThat(ToldTrail.of(days(9, 20), 10))
                .as("before the first day the evidence was nothing, so that of any day after gives the 9 answers")
                .isEmpty();
        assertThat(ToldTrail.of(days(20, 9, 20), 10))
                .as("of the first day the evidence follows from its score")
                .isEmpty();
        assertThat(ToldTrail.of(days(9, 20, 1, 20), 10))
                .extracting(EvidenceDay::getDay)
                .containsExactly(2, 3);
    }

    private static List<EvidenceDay> days(int... answers) {
        List<EvidenceDay> days = new ArrayList<>();
        for (int n : answers) {
            days.add(EvidenceDay.newBuilder()
                    .setDay(days.size())
                    .setN(n)
                    .setScore(.5)
                    .setUsual(.8812)
                    .setEvidence(.01 * (days.size() + 1))
                    .build());
        }
        return days;
    }
}
