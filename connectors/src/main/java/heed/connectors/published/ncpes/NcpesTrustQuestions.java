package heed.connectors.published.ncpes;

import heed.connectors.published.BadRowException;
import heed.connectors.published.PublishedException;
import heed.connectors.published.PublishedFigures;
import heed.connectors.published.PublishedFormat;
import heed.connectors.published.PublishedLayout;
import heed.connectors.published.PublishedRow;
import heed.connectors.published.PublishedSource;
import heed.connectors.published.PublishedTable;
import heed.schemas.questionnaire.Question;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Knows the table of the National Cancer Patient Experience Survey 2018 by trust and question: how many answered, the
 * percentage and its interval. It takes the unadjusted figures, which are of answers; the adjusted ones allow for who
 * the patients were.
 *
 * <p><b>What it is good for.</b> Tests and demonstrations: every question's score and count of a month are the
 * published ones. The responses themselves are made up, for these things can't be known from the table:
 *
 * <ul>
 *   <li>which answers one patient gave together. A trust gets as many responses as its most answered question has
 *       answers, and each question's answers are dealt out evenly among them;
 *   <li>when they answered. The survey is of patients discharged from April to June 2018 who were asked in the autumn;
 *       all of it is laid evenly into one month, by default the last of the quarter, so days and weeks say nothing;
 *   <li>how many gave which rating at Q59, of which a mean is published: see {@link RatingCounts};
 *   <li>anything about figures of fewer than 21 answers, which are suppressed: those get no answer at all.
 * </ul>
 *
 * <p><b>Editions.</b> An id says the trust and the response's place, not its answers. The responses of another edition
 * for the same month count as duplicates of the first where the places are the same: withdraw the first before another
 * is imported.
 */
public final class NcpesTrustQuestions implements PublishedFormat {

    static final String NAME = "ncpes-trust-questions";
    static final String QUESTIONNAIRE = "ncpes-2018";

    private static final YearMonth LAST_OF_THE_QUARTER = YearMonth.of(2018, 6);
    private static final int PERCENT = 100;
    private static final PublishedLayout LAYOUT = new PublishedLayout(
            "code", List.of("trust"), "", List.of("q", "n_unadj", "pct_unadj", "ci_lo_unadj", "ci_hi_unadj"));

    private final Questionnaire survey =
            Questionnaires.shipped().byId(QUESTIONNAIRE).orElseThrow();

    /** Returns the figures that come with Heed: 69 trusts. */
    public static PublishedSource shipped() {
        return PublishedSource.shipped("ncpes_2018_trust_questions.csv", LAST_OF_THE_QUARTER);
    }

    @Override
    public YearMonth monthIn(String fileName) {
        if (!fileName.contains("2018")) {
            throw new PublishedException("which month is " + fileName
                    + "? Say --month YYYY-MM. The survey of 2018 is laid into " + LAST_OF_THE_QUARTER
                    + " where its file's name says 2018; other years asked other questions");
        }
        return LAST_OF_THE_QUARTER;
    }

    @Override
    public PublishedFigures read(PublishedSource source) {
        var reading = new Reading();
        PublishedTable.Rest rest = PublishedTable.open(source, List.of(LAYOUT)).read(reading::take);
        List<NcpesTrust> trusts = new ArrayList<>();
        reading.byTrust.forEach((code, questions) -> trusts.add(new NcpesTrust(code, questions)));
        return new PublishedFigures(trusts, reading.withheld, rest);
    }

    /** Gathers the rows of each trust. */
    private final class Reading {

        private final Map<String, List<QuestionFigures>> byTrust = new LinkedHashMap<>();
        private final Map<String, Long> lines = new LinkedHashMap<>();
        private int withheld;

        void take(PublishedRow row) throws BadRowException {
            String code = row.code("code");
            Question question = questionOf(row);
            Long before = lines.putIfAbsent(code + "|" + question.code(), row.line());
            if (before != null) {
                throw new BadRowException(row.text("q") + " of " + code + " is on line " + before + " already");
            }
            if (row.isBlank("pct_unadj") && row.isBlank("ci_lo_unadj") && row.isBlank("ci_hi_unadj")) {
                byTrust.computeIfAbsent(code, unknown -> new ArrayList<>());
                withheld++;
                return;
            }
            QuestionFigures figures = figuresOf(row, question);
            byTrust.computeIfAbsent(code, unknown -> new ArrayList<>()).add(figures);
        }
    }

    private Question questionOf(PublishedRow row) throws BadRowException {
        String code = row.text("q").toLowerCase(Locale.ROOT);
        return survey.question(code)
                .orElseThrow(() -> new BadRowException("q must be a question of " + QUESTIONNAIRE + ", was '"
                        + row.text("q").lines().findFirst().orElse("") + "'"));
    }

    private static QuestionFigures figuresOf(PublishedRow row, Question question) throws BadRowException {
        boolean rating = question.indexOf(Integer.toString(RatingCounts.BEST)) >= 0;
        int most = rating ? RatingCounts.BEST : PERCENT;
        int answers = row.count("n_unadj");
        double value = row.number("pct_unadj", most);
        double low = row.number("ci_lo_unadj", most);
        double high = row.number("ci_hi_unadj", most);
        if (answers == 0) {
            throw new BadRowException("n_unadj is 0, but pct_unadj is " + row.text("pct_unadj"));
        }
        if (low > high) {
            throw new BadRowException("ci_lo_unadj " + low + " is above ci_hi_unadj " + high);
        }
        if (rating) {
            List<Integer> counts = Arrays.stream(RatingCounts.of(answers, value, low, high))
                    .boxed()
                    .toList();
            List<String> ratings =
                    question.options().stream().map(option -> option.code()).toList();
            return new QuestionFigures(question.code(), ratings, counts);
        }
        int positive = PositiveCount.of(answers, value, low, high);
        return new QuestionFigures(
                question.code(), List.of("positive", "not_positive"), List.of(positive, answers - positive));
    }
}
