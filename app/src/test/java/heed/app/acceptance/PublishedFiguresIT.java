package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Score;
import heed.schemas.figures.ScoreFigures;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published figures come out as they went in, over a real broker. */
class PublishedFiguresIT {

    private static final String SURVEY = "ncpes_2018_trust_questions.csv";
    private static final String FILE = "fft_inpatient_trusts_2026-03.csv";

    @TempDir
    private Path data;

    @Test
    void everyTrustsFiguresAreThePublishedOnesAndASecondImportChangesNothing() throws Exception {
        // Given
        Path file = shipped(FILE);
        try (TestServers servers = TestServers.start(data.resolve("servers"));
                CommittedTopics topics = new CommittedTopics(servers.bootstrap(), servers.registryUrl());
                HeedProcess heed = up(servers)) {
            heed.await(line -> line.contains("http://"));

            // When
            importFile(servers, file, "fft-trusts", topics);
            Map<String, Score> scores = topics.scores();
            importFile(servers, file, "fft-trusts", topics);

            // Then
            assertThat(differences(file, scores)).isEmpty();
            assertThat(topics.scores()).isEqualTo(scores);
        }
    }

    @Test
    void everyFigureOfTheCancerSurveyIsThePublishedOneAndHospitalsAreCompared() throws Exception {
        // Given
        Path file = shipped(SURVEY);
        try (TestServers servers = TestServers.start(data.resolve("servers"));
                CommittedTopics topics = new CommittedTopics(servers.bootstrap(), servers.registryUrl());
                HeedProcess heed = up(servers)) {
            heed.await(line -> line.contains("http://"));

            // When
            importFile(servers, file, "ncpes-trust-questions", topics);

            // Then
            Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                new Leagues(topics).assertCurrent();
                assertThat(topics.newest(Topics.STANDINGS)).hasSize(66);
            });
            SurveyFigures figures = SurveyFigures.compare(file, topics.newest(Topics.MONTHS));
            assertThat(figures.differences()).isEmpty();
            assertThat(figures.equal()).isEqualTo(3_203);
            assertThat(figures.roundedTwice()).isEqualTo(164);
            assertThat(topics.newest(Topics.NATIONAL)).hasSize(52);
        }
    }

    /** Returns a copy of a file that comes with the program. */
    private Path shipped(String name) throws IOException {
        try (var published = PublishedFiguresIT.class.getClassLoader().getResourceAsStream("heed/data/" + name)) {
            return Files.write(data.resolve(name), published.readAllBytes());
        }
    }

    private HeedProcess up(TestServers servers) {
        return HeedProcess.up(servers, data.resolve("heed"));
    }

    private void importFile(TestServers servers, Path file, String format, CommittedTopics topics)
            throws InterruptedException {
        try (HeedProcess importing = HeedProcess.start(
                Map.of(), servers, data.resolve("heed"), "import", file.toString(), "--format", format)) {
            assertThat(importing.awaitExit()).as(importing.text()).isZero();
        }
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> topics.isWorkedOff("heed"));
    }

    private static List<String> differences(Path file, Map<String, Score> scores) throws Exception {
        List<String> differences = new ArrayList<>();
        List<String[]> rows;
        try (var table = CSVFormat.RFC4180.parse(Files.newBufferedReader(file))) {
            rows = table.stream().skip(1).map(CSVRecord::values).toList();
        }
        assertThat(rows).hasSize(60);
        for (String[] cells : rows) {
            Score positive = scores.get(cells[0] + "||fft-2020.positive|MONTH|2026-03-01T00:00:00Z");
            Score negative = scores.get(cells[0] + "||fft-2020.negative|MONTH|2026-03-01T00:00:00Z");
            if (cells[2].equals("0")) {
                // A trust without responses is published with blanks, and has no score here.
                assertThat(positive).as(cells[0]).isNull();
                continue;
            }
            Published published = new Published(
                    Long.parseLong(cells[2]),
                    Long.parseLong(cells[3]),
                    Long.parseLong(cells[4]),
                    Integer.parseInt(cells[7]),
                    Integer.parseInt(cells[8]));
            Published ours = new Published(
                    positive.getN(),
                    positive.getSum() / 10_000,
                    negative.getSum() / 10_000,
                    ScoreFigures.percentHalfUp(positive.getSum(), positive.getN()),
                    ScoreFigures.percentHalfUp(negative.getSum(), negative.getN()));
            if (!ours.equals(published)) {
                differences.add(cells[0] + ": published " + published + ", ours " + ours);
            }
        }
        return differences;
    }

    private record Published(long total, long positive, long negative, int percentPositive, int percentNegative) {}
}
