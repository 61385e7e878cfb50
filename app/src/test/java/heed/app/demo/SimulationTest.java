package heed.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Feedback;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final ZoneId ZONE = HospitalDirectory.DEFAULT_ZONE;

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        // When
        List<SimulatedArrival> one = days(1, 20);
        List<SimulatedArrival> again = days(1, 20);
        List<SimulatedArrival> other = days(2, 20);

        // Then
        assertThat(one).isEqualTo(again).isNotEqualTo(other);
    }

    @Test
    void arrivesInOrderAndNeverBeforeItBegins() {
        // When
        List<Instant> arrivals =
                days(1, 20).stream().map(SimulatedArrival::arrival).toList();

        // Then
        assertThat(arrivals).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(arrivals.get(0))
                .isAfterOrEqualTo(Story.FIRST_DAY.atStartOfDay(ZONE).toInstant());
    }

    @Test
    void marksEverythingInventedAsSimulated() {
        // When
        List<SimulatedHospital> hospitals = SimulatedHospital.all();

        // Then
        assertThat(hospitals).hasSize(10).allSatisfy(hospital -> {
            assertThat(hospital.code()).startsWith("SIM-");
            assertThat(hospital.name()).endsWith(" (simulated)");
            assertThat(hospital.responsesADay()).isBetween(5, 60);
            assertThat(hospital.wards()).hasSizeBetween(2, 3);
        });
        assertThat(days(1, 5))
                .allSatisfy(each -> assertThat(each.feedback().getHospital()).startsWith("SIM-"));
    }

    @Test
    void answersWhatTheShippedQuestionnairesAsk() {
        // Given
        Questionnaires shipped = Questionnaires.shipped();

        // When
        List<Feedback> unknown = days(1, 30).stream()
                .map(SimulatedArrival::feedback)
                .filter(feedback -> shipped.byId(feedback.getQuestionnaire())
                        .filter(questionnaire -> feedback.getAnswers().stream()
                                .allMatch(answer -> questionnaire.questions().stream()
                                        .anyMatch(question -> question.code().equals(answer.getQuestion())
                                                && question.options().stream().anyMatch(option -> option.code()
                                                        .equals(answer.getAnswer())))))
                        .isEmpty())
                .toList();

        // Then
        assertThat(unknown).hasSizeBetween(1, 20).allSatisfy(feedback -> assertThat(
                        feedback.getQuestionnaire().equals("fft-2013")
                                || feedback.getAnswers().get(0).getAnswer().equals("excellent"))
                .isTrue());
    }

    @Test
    void holdsDuplicatesCorrectionsAndWithdrawals() {
        // When
        Map<String, List<SimulatedArrival>> byId = new HashMap<>();
        days(1, 60).forEach(each -> byId.computeIfAbsent(each.feedback().getFeedbackId(), id -> new ArrayList<>())
                .add(each));
        List<List<SimulatedArrival>> several =
                byId.values().stream().filter(list -> list.size() > 1).toList();

        // Then
        assertThat(several).anySatisfy(list -> assertThat(list.get(1).feedback())
                .isEqualTo(list.get(0).feedback()));
        assertThat(several).anySatisfy(list -> assertThat(list.get(1).feedback().getRevision())
                .isEqualTo(2));
        assertThat(several).anySatisfy(list -> assertThat(list.get(1).feedback().getWithdrawn())
                .isTrue());
    }

    /** The one-way estimate for days of unequal size; a year of the largest hospital, without any chapter. */
    @Test
    void letsAnswersOfADayMoveTogetherAsInLife() {
        // Given
        SimulatedHospital large = new SimulatedHospital("SIM-X", "X (simulated)", List.of("A", "B"), 60, .92, 1);
        List<int[]> days = new ArrayList<>();
        for (int day = 0; day < 1_000; day++) {
            int[] tally = new int[2];
            new SimulatedFeedback(1, new Story(), ZONE).draw(large, Story.FIRST_DAY.plusDays(day), each -> {
                if (each.feedback().getQuestionnaire().equals("fft-2020")
                        && each.feedback().getRevision() == 1
                        && !each.feedback().getWithdrawn()) {
                    tally[0]++;
                    tally[1] += each.feedback().getAnswers().get(0).getAnswer().endsWith("good") ? 1 : 0;
                }
            });
            days.add(tally);
        }

        // When
        double correlation = correlation(days);

        // Then
        assertThat(correlation).isBetween(.008, .022);
    }

    private static double correlation(List<int[]> days) {
        double n = days.stream().mapToInt(day -> day[0]).sum();
        double mean = days.stream().mapToInt(day -> day[1]).sum() / n;
        double pairs = 0;
        double products = 0;
        for (int[] day : days) {
            double residual = day[1] - day[0] * mean;
            double own = day[1] * (1 - mean) * (1 - mean) + (day[0] - day[1]) * mean * mean;
            products += residual * residual - own;
            pairs += day[0] * (day[0] - 1.0);
        }
        return products / pairs / (mean * (1 - mean));
    }

    private static List<SimulatedArrival> days(long seed, int days) {
        var simulation = new Simulation(seed, SimulatedHospital.all(), ZONE);
        Instant end = Story.FIRST_DAY.plusDays(days).atStartOfDay(ZONE).toInstant();
        List<SimulatedArrival> all = new ArrayList<>();
        while (simulation.nextArrival().isBefore(end)) {
            all.add(simulation.next());
        }
        return all;
    }
}
