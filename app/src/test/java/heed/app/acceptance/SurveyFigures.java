package heed.app.acceptance;

import heed.schemas.Score;
import heed.schemas.figures.ScoreFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Compares month scores with the unadjusted percentages that the survey published.
 *
 * <p>The publisher rounded some percentages twice, to a tenth and then to a whole: 52.48, 52.5, 53. Those differ by one
 * from the exact ones here, and must be just so.
 *
 * @param equal figures that are the published ones
 * @param roundedTwice figures that are so once they are rounded as the publisher did
 * @param differences all others
 */
record SurveyFigures(int equal, int roundedTwice, List<String> differences) {

    static SurveyFigures compare(Path table, Map<String, Score> months) throws IOException {
        int equal = 0;
        int twice = 0;
        List<String> differences = new ArrayList<>();
        List<String[]> rows;
        try (var csv = CSVFormat.RFC4180.parse(Files.newBufferedReader(table))) {
            rows = csv.stream().skip(1).map(CSVRecord::values).toList();
        }
        for (String[] cells : rows) {
            if (cells[3].isBlank() || cells[1].equals("Q59")) {
                continue;
            }
            Score score =
                    months.get("ncpes-2018." + cells[1].toLowerCase(java.util.Locale.ROOT) + "|2018-06|" + cells[0]);
            int published = Integer.parseInt(cells[3]);
            if (score == null || score.getN() != Long.parseLong(cells[2])) {
                differences.add(String.join(",", cells) + ": " + score);
            } else if (ScoreFigures.percentHalfUp(score.getSum(), score.getN()) == published) {
                equal++;
            } else if (roundedTwice(score) == published) {
                twice++;
            } else {
                differences.add(String.join(",", cells) + ": " + score.getSum() + " / " + score.getN());
            }
        }
        return new SurveyFigures(equal, twice, differences);
    }

    private static long roundedTwice(Score score) {
        long tenths = Math.floorDiv(2 * score.getSum() + 10 * score.getN(), 20 * score.getN());
        return Math.floorDiv(tenths + 5, 10);
    }
}
