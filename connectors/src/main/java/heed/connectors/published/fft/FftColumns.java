package heed.connectors.published.fft;

import heed.connectors.published.PublishedLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names the columns of monthly files with the count of each answer, and what editions and services call them else. */
final class FftColumns {

    private static final String CODE = "trust code";
    private static final List<String> CODES = List.of(
            "provider code",
            "organisation code",
            "org code",
            "org_code",
            "practice code",
            "gp practice code",
            "gp code");
    private static final List<String> NAMES = List.of(
            "trust name", "provider name", "organisation name", "org name", "org_name", "practice name", "ccg name");
    private static final String TOTAL = "total responses";
    private static final String DONT_KNOW = "don't know";
    private static final List<String> BEFORE_ANSWERS = List.of("%d %s", "%d - %s", "%d. %s", "%d %s sum");

    private FftColumns() {}

    /** Returns the layout of a file that counts these answers, in their order. */
    static PublishedLayout of(List<String> answers) {
        Map<String, List<String>> also = new HashMap<>();
        also.put(CODE, CODES);
        also.put(TOTAL, List.of("total_responses", "responses"));
        for (int i = 0; i < answers.size(); i++) {
            int number = i + 1;
            also.put(
                    answers.get(i),
                    spellings(answers.get(i))
                            .flatMap(each -> Stream.concat(
                                    Stream.of(each),
                                    BEFORE_ANSWERS.stream().map(form -> String.format(form, number, each))))
                            .toList());
        }
        return new PublishedLayout(CODE, NAMES, TOTAL, answers, also);
    }

    private static Stream<String> spellings(String answer) {
        return answer.equals(DONT_KNOW)
                ? Stream.of(answer, "dont know", "don\u2019t know", "don`t know")
                : Stream.of(answer, answer.replace(" nor ", " or "));
    }
}
