package heed.connectors.published.ncpes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.connectors.FakeWriter;
import heed.connectors.ImportProgress;
import heed.connectors.published.ImportSummary;
import heed.connectors.published.PublishedImport;
import heed.connectors.published.PublishedTable;
import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class NcpesImportTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final FakeWriter writer = FakeWriter.acknowledging();

    @Test
    void bringsInEveryPublishedFigureOfAllTrusts() throws Exception {
        // When
        ImportSummary summary = importInto(writer);

        // Then
        assertThat(summary)
                .isEqualTo(
                        new ImportSummary(YearMonth.of(2018, 6), 69, List.of(), 35_065, 154, PublishedTable.Rest.NONE));
        Recount recount = new Recount(writer.feedback());
        List<String> differences = new ArrayList<>();
        int roundedTwice = 0;
        for (String[] cells : publishedRows()) {
            String key = cells[0] + " " + cells[1];
            String ours = recount.of(cells[0], cells[1].toLowerCase(Locale.ROOT));
            String theirs = cells[2] + " answers, " + cells[3];
            if (cells[3].isEmpty()) {
                assertThat(ours).as(key).isEqualTo("none");
            } else if (!ours.equals(theirs)) {
                if (recount.roundedTwice(cells[0], cells[1].toLowerCase(Locale.ROOT))
                        .equals(theirs)) {
                    roundedTwice++;
                } else {
                    differences.add(key + ": " + theirs + " published, ours " + ours);
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(roundedTwice).isEqualTo(164);
    }

    @Test
    void givesEveryQuestionOnceAndSpreadsItOverTheMonth() throws Exception {
        // When
        importInto(writer);

        // Then
        List<Feedback> ofTrust = writer.feedback().stream()
                .filter(one -> one.getHospital().equals("R1H"))
                .toList();
        assertThat(ofTrust).extracting(Feedback::getGivenAt).isSorted();
        assertThat(ofTrust.get(0).getGivenAt())
                .isBetween(Instant.parse("2018-05-31T23:00:00Z"), Instant.parse("2018-06-01T23:00:00Z"));
        assertThat(ofTrust).allSatisfy(one -> {
            assertThat(one.getQuestionnaire()).isEqualTo("ncpes-2018");
            assertThat(one.getChannel()).isEqualTo(Channel.PUBLISHED);
            assertThat(one.getAnswers()).isNotEmpty();
            assertThat(one.getAnswers()).extracting(Answer::getQuestion).doesNotHaveDuplicates();
        });
        assertThat(positiveOfQ37(ofTrust.subList(0, ofTrust.size() / 2)))
                .isCloseTo(positiveOfQ37(ofTrust.subList(ofTrust.size() / 2, ofTrust.size())), within(2L));
        assertThat(writer.arrivals()).containsOnly(Instant.parse("2018-06-30T23:00:00Z"));
    }

    @Test
    void makesTheSameResponsesTwice() throws Exception {
        // Given
        FakeWriter second = FakeWriter.acknowledging();

        // When
        importInto(writer);
        importInto(second);

        // Then
        assertThat(second.feedback()).isEqualTo(writer.feedback());
        assertThat(writer.feedback()).extracting(Feedback::getFeedbackId).doesNotHaveDuplicates();
    }

    private static ImportSummary importInto(FakeWriter writer) throws InterruptedException {
        return new PublishedImport(
                        new NcpesTrustQuestions(),
                        writer,
                        code -> LONDON,
                        Duration.ofDays(45),
                        Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC))
                .run(NcpesTrustQuestions.shipped(), ImportProgress.NONE);
    }

    private static long positiveOfQ37(List<Feedback> responses) {
        return responses.stream()
                .flatMap(one -> one.getAnswers().stream())
                .filter(answer -> answer.equals(new Answer("q37", "positive")))
                .count();
    }

    /** Reads the table anew, without the reader under test. */
    private static List<String[]> publishedRows() throws IOException {
        try (var table = CSVFormat.RFC4180.parse(
                new InputStreamReader(NcpesTrustQuestions.shipped().opener().open(), StandardCharsets.UTF_8))) {
            return table.stream().skip(1).map(CSVRecord::values).toList();
        }
    }

    /** Counts answers as the survey does, from the responses alone. */
    private static final class Recount {

        private final Map<String, long[]> totals = new TreeMap<>();

        Recount(List<Feedback> responses) {
            for (Feedback one : responses) {
                for (Answer answer : one.getAnswers()) {
                    long[] total = totals.computeIfAbsent(one.getHospital() + answer.getQuestion(), key -> new long[2]);
                    total[0]++;
                    total[1] += switch (answer.getAnswer()) {
                        case "positive" -> 100;
                        case "not_positive" -> 0;
                        default -> Long.parseLong(answer.getAnswer());
                    };
                }
            }
        }

        /** Returns "502 answers, 75", or the mean of two decimals for Q59. */
        String of(String trust, String question) {
            long[] total = totals.get(trust + question);
            if (total == null) {
                return "none";
            }
            return total[0] + " answers, "
                    + (question.equals("q59")
                            ? decimal(Math.floorDiv(200 * total[1] + total[0], 2 * total[0]))
                            : Math.floorDiv(2 * total[1] + total[0], 2 * total[0]));
        }

        /** Returns the same where the percentage is first rounded to a tenth. */
        String roundedTwice(String trust, String question) {
            long[] total = totals.get(trust + question);
            return total[0] + " answers, " + (Math.floorDiv(20 * total[1] + total[0], 2 * total[0]) + 5) / 10;
        }

        private static String decimal(long hundredths) {
            return new BigDecimal(BigInteger.valueOf(hundredths), 2)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }
}
