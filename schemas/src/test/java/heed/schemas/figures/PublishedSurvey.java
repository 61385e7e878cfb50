package heed.schemas.figures;

import heed.schemas.Rating;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the adjusted figures of the National Cancer Patient Experience Survey 2018, question by question. */
final class PublishedSurvey {

    /** Is a mean of 0 to 10, not a percentage. */
    private static final String OVERALL_RATING = "Q59";

    private PublishedSurvey() {}

    /** Returns the published cells of every percentage question; figures of fewer than 21 answers are not published. */
    static Map<String, List<Cell>> questions() {
        return questions("adj");
    }

    /** Returns the same cells with the figures before adjustment for who the patients were. */
    static Map<String, List<Cell>> unadjusted() {
        Map<String, List<Cell>> unadjusted = questions("unadj");
        unadjusted.replaceAll(
                (question, cells) -> cells.stream().map(Cell::whole).toList());
        return unadjusted;
    }

    private static Map<String, List<Cell>> questions(String figures) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        var csv = PublishedSurvey.class.getResourceAsStream("ncpes_2018_trust_questions.csv");
        Map<String, List<Cell>> questions = new LinkedHashMap<>();
        try (var parser = CSVParser.parse(new InputStreamReader(csv, StandardCharsets.UTF_8), format)) {
            parser.stream()
                    .filter(row ->
                            !row.get("ci_lo_adj").isEmpty() && !row.get("q").equals(OVERALL_RATING))
                    .forEach(row -> questions
                            .computeIfAbsent(row.get("q"), q -> new ArrayList<>())
                            .add(Cell.of(row, figures)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return questions;
    }

    /**
     * Returns what the publisher's expected ranges of one question were made of: half their width is {@code 1.96
     * sqrt(p0 (1 - p0) / n + tau2)}. Ranges cut off at 100 say less and are left out; the median takes the rounding
     * away.
     */
    static Pool readBack(List<Cell> cells) {
        List<Cell> whole = cells.stream()
                .filter(cell -> cell.expected.low() > 0 && cell.expected.high() < 1)
                .toList();
        double p0 = median(whole.stream().mapToDouble(cell -> (cell.expected.low() + cell.expected.high()) / 2));
        double tau2 = median(whole.stream().mapToDouble(cell -> {
            double sd = (cell.expected.high() - cell.expected.low()) / 2 / ScoreFigures.Z;
            return sd * sd - p0 * (1 - p0) / cell.n;
        }));
        return new Pool(p0, 1, Math.max(0, tau2));
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /**
     * Holds the figures of one trust and question.
     *
     * @param p the score, 0 to 1: published as a whole percentage, so read from the centre of the interval
     */
    record Cell(int n, double p, Interval interval, Interval expected, Rating rating) {

        private static Cell of(CSVRecord row, String figures) {
            int n = Integer.parseInt(row.get("n_" + figures));
            Interval interval = interval(row, "ci_lo_" + figures, "ci_hi_" + figures);
            double zz = ScoreFigures.Z * ScoreFigures.Z;
            double p = (interval.low() + interval.high()) / 2 * (1 + zz / n) - zz / (2 * n);
            Rating rating =
                    switch (row.get("rating_1above_2expected_3below")) {
                        case "1" -> Rating.ABOVE;
                        case "2" -> Rating.WITHIN;
                        case "3" -> Rating.BELOW;
                        default -> throw new IllegalArgumentException("no rating in " + row);
                    };
            return new Cell(n, Math.max(0, Math.min(1, p)), interval, interval(row, "exp_lo", "exp_hi"), rating);
        }

        private static Interval interval(CSVRecord row, String low, String high) {
            return new Interval(Double.parseDouble(row.get(low)) / 100, Double.parseDouble(row.get(high)) / 100);
        }

        /** Returns the same with the score of the nearest whole number of answers, as an import has it. */
        private Cell whole() {
            return new Cell(n, (double) Math.round(p * n) / n, interval, expected, rating);
        }

        /**
         * Returns the cell as counted yes-or-no answers; after case-mix adjustment they are no whole number of them.
         */
        Counted counted() {
            long sum = Math.round(p * n * ScoreFigures.FULL);
            return new Counted(n, sum, sum * ScoreFigures.FULL);
        }
    }
}
