package heed.connectors.published.ncpes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Holds how often each answer to one question was given at a trust.
 *
 * @param counts by answer, in the order of {@code answers}
 */
record QuestionFigures(String question, List<String> answers, List<Integer> counts) {

    QuestionFigures {
        answers = List.copyOf(answers);
        counts = List.copyOf(counts);
    }

    /** Returns how many answered. */
    int total() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Returns all answers, each spread evenly among the others, so that no part of the month is better than another.
     */
    List<String> inOrder() {
        List<Place> places = new ArrayList<>();
        for (int answer = 0; answer < answers.size(); answer++) {
            for (int i = 0; i < counts.get(answer); i++) {
                places.add(new Place((2.0 * i + 1) / (2.0 * counts.get(answer)), answers.get(answer)));
            }
        }
        places.sort(Comparator.comparingDouble(Place::at));
        return places.stream().map(Place::answer).toList();
    }

    private record Place(double at, String answer) {}
}
