package heed.connectors.published.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import heed.connectors.FakeWriter;
import heed.connectors.ImportProgress;
import heed.connectors.heard.HeardMonths;
import heed.connectors.published.BadRow;
import heed.connectors.published.ImportSummary;
import heed.connectors.published.PublishedImport;
import heed.connectors.published.PublishedSource;
import heed.connectors.published.PublishedTable;
import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class FftImportTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final String HEADER = "org_code,org_name,total_responses,positive_count,negative_count\n";

    private final FakeWriter writer = FakeWriter.acknowledging();

    @Test
    void bringsInTheExactCountsOfAllSixtyTrusts() throws InterruptedException {
        // Given
        Map<String, List<Integer>> published = publishedCounts();

        // When
        ImportSummary summary = importer(writer, NOW).run(FftTrusts.shipped(), ImportProgress.NONE);

        // Then
        assertThat(published).hasSize(60);
        assertThat(countsOf(writer.feedback())).isEqualTo(withoutZero(published));
        assertThat(summary).isEqualTo(new ImportSummary(MARCH, 60, List.of(), 86_591, 0, PublishedTable.Rest.NONE));
    }

    @Test
    void producesTheSameBytesAndTimesTwice() throws InterruptedException {
        // Given
        FakeWriter second = FakeWriter.acknowledging();

        // When
        importer(writer, NOW).run(FftTrusts.shipped(), ImportProgress.NONE);
        importer(second, NOW.plus(Duration.ofDays(300))).run(FftTrusts.shipped(), ImportProgress.NONE);

        // Then
        assertThat(bytesOf(second.feedback())).isEqualTo(bytesOf(writer.feedback()));
        assertThat(second.arrivals()).isEqualTo(writer.arrivals());
        assertThat(writer.feedback().stream().map(Feedback::getFeedbackId).distinct())
                .hasSize(86_591);
    }

    @Test
    void spreadsAHospitalsResponsesOverItsLocalMonthInTheOrderOfTime() throws InterruptedException {
        // When
        importer(writer, NOW).run(source(HEADER + "H1,One,3,2,1\n"), ImportProgress.NONE);

        // Then
        assertThat(writer.feedback())
                .extracting(one -> one.getAnswers().get(0).getAnswer(), one -> one.getGivenAt()
                        .toString())
                .containsExactly(
                        tuple("very_good", "2026-03-08T17:45:00Z"),
                        tuple("very_poor", "2026-03-16T11:30:00Z"),
                        tuple("good", "2026-03-24T05:15:00Z"));
        assertThat(writer.arrivals()).containsOnly(Instant.parse("2026-03-31T23:00:00Z"));
        assertThat(writer.feedback())
                .allSatisfy(one -> assertThat(one.getChannel()).isEqualTo(Channel.PUBLISHED))
                .allSatisfy(one -> assertThat(one.getRevision()).isEqualTo(1));
    }

    @Test
    void keepsEveryResponseInsideItsMonthAndInTimeForThePipeline() throws InterruptedException {
        // When
        importer(writer, NOW).run(FftTrusts.shipped(), ImportProgress.NONE);

        // Then
        Instant start = Instant.parse("2026-03-01T00:00:00Z");
        Instant end = Instant.parse("2026-03-31T23:00:00Z");
        assertThat(writer.feedback())
                .allSatisfy(one ->
                        assertThat(one.getGivenAt()).isAfterOrEqualTo(start).isBefore(end));
        assertThat(writer.arrivals()).containsOnly(end);
    }

    @Test
    void keepsTheIdsOfAnEarlierEditionWhereALaterOneCountsMore() throws InterruptedException {
        // Given
        FakeWriter later = FakeWriter.acknowledging();

        // When
        importer(writer, NOW).run(source(HEADER + "H1,One,10,8,1\n"), ImportProgress.NONE);
        importer(later, NOW).run(source(HEADER + "H1,One,12,9,2\n"), ImportProgress.NONE);

        // Then
        assertThat(idsOf(later)).hasSize(12).containsAll(idsOf(writer));
    }

    @Test
    void givesAnotherMonthOtherIds() throws InterruptedException {
        // Given
        FakeWriter other = FakeWriter.acknowledging();
        String csv = HEADER + "H1,One,10,8,1\n";

        // When
        importer(writer, NOW).run(source(csv), ImportProgress.NONE);
        importer(other, NOW).run(source(csv, YearMonth.of(2026, 4)), ImportProgress.NONE);

        // Then
        assertThat(idsOf(other)).doesNotContainAnyElementsOf(idsOf(writer));
    }

    @Test
    void countsARowWithoutResponsesAndGoesOnPastBadRows() throws InterruptedException {
        // When
        ImportSummary summary = importer(writer, NOW)
                .run(source(HEADER + "H1,One,0,,\nH2,Two,x,1,1\nH3,Three,2,2,0\n"), ImportProgress.NONE);

        // Then
        assertThat(summary)
                .isEqualTo(new ImportSummary(
                        MARCH,
                        2,
                        List.of(),
                        2,
                        0,
                        new PublishedTable.Rest(
                                List.of(), List.of(new BadRow(3, "total_responses must be a whole number, was 'x'")))));
    }

    @Test
    void leavesOutAHospitalThatHasResponsesOfTheMonthAndTakesThoseOfOthers() throws InterruptedException {
        // Given
        var heard = new HeardMonths(code -> LONDON);
        heard.take(feedback("H1", Channel.SMS, "2026-03-31T22:59:59Z"));
        heard.take(feedback("H2", Channel.PUBLISHED, "2026-03-05T09:00:00Z"));
        heard.take(feedback("H3", Channel.SMS, "2026-03-31T23:00:00Z"));
        var importing = new PublishedImport(
                new FftTrusts(),
                writer,
                code -> LONDON,
                Duration.ofDays(45),
                Clock.fixed(NOW, ZoneOffset.UTC),
                codes -> heard);

        // When
        ImportSummary summary = importing.run(
                source(HEADER + "H1,One,500,400,50\nH2,Two,2,1,1\nH3,Three,3,2,0\n"), ImportProgress.NONE);

        // Then
        assertThat(summary).isEqualTo(new ImportSummary(MARCH, 2, List.of("H1"), 5, 0, PublishedTable.Rest.NONE));
        assertThat(writer.feedback()).extracting(Feedback::getHospital).containsExactly("H2", "H2", "H3", "H3", "H3");
    }

    @Test
    void takesAMonthFromWhenItIsOverEverywhereOnEarth() throws InterruptedException {
        // Given
        Instant over = Instant.parse("2026-04-01T12:00:00Z");
        var tooEarly = importer(writer, over.minusMillis(1));

        // When
        ImportSummary atLimit = importer(writer, over).run(source(HEADER + "H1,One,1,1,0\n"), ImportProgress.NONE);

        // Then
        assertThat(atLimit.responses()).isEqualTo(1);
        assertThatThrownBy(() -> tooEarly.run(source(HEADER), ImportProgress.NONE))
                .hasMessage("2026-03 is not over everywhere until 2026-04-01T12:00:00Z;"
                        + " a month is imported when it is over");
    }

    @Test
    void refusesBeforeTheFirstResponseWhereTheLatenessIsShorterThanTheMonth() throws InterruptedException {
        // Given
        var exact = Duration.ofDays(31).minusHours(1);
        var tight =
                new PublishedImport(new FftTrusts(), writer, code -> LONDON, exact, Clock.fixed(NOW, ZoneOffset.UTC));
        var tooTight = new PublishedImport(
                new FftTrusts(), writer, code -> LONDON, exact.minusMillis(1), Clock.fixed(NOW, ZoneOffset.UTC));

        // When
        ImportSummary atLimit = tight.run(source(HEADER + "H1,One,1,1,0\n"), ImportProgress.NONE);

        // Then
        assertThat(atLimit.responses()).isEqualTo(1);
        assertThatThrownBy(() -> tooTight.run(source(HEADER + "H1,One,1,1,0\n"), ImportProgress.NONE))
                .hasMessageContaining("would reject the first days of 2026-03 as late; it must be at least PT743H");
        assertThat(writer.feedback()).hasSize(1);
    }

    @Test
    void stopsAtTheFirstFailureAndSaysWhatIsSafe() {
        // Given
        FakeWriter failing = FakeWriter.failingFrom(3);

        // When // Then
        assertThatThrownBy(() -> importer(failing, NOW).run(source(HEADER + "H1,One,100,90,5\n"), ImportProgress.NONE))
                .hasMessage(
                        "stopped, broker away: 3 of 100 responses are safe. Import the same file again: none is counted twice")
                .hasRootCauseMessage("broker away");
        assertThat(failing.feedback()).hasSize(4);
    }

    @Test
    void reportsProgressUpToTheTotal() throws InterruptedException {
        // Given
        List<Long> seen = new ArrayList<>();
        Set<Long> totals = new HashSet<>();

        // When
        importer(writer, NOW).run(source(HEADER + "H1,One,1200,1000,100\n"), (done, total) -> {
            seen.add(done);
            totals.add(total);
        });

        // Then
        assertThat(seen).containsExactly(500L, 1000L, 1200L);
        assertThat(totals).containsExactly(1200L);
    }

    private static Feedback feedback(String hospital, Channel channel, String givenAt) {
        return Feedback.newBuilder()
                .setFeedbackId("00000000-0000-4000-8000-000000000000")
                .setHospital(hospital)
                .setQuestionnaire("fft-2020")
                .setGivenAt(Instant.parse(givenAt))
                .setChannel(channel)
                .setAnswers(List.of(new Answer("overall", "good")))
                .build();
    }

    private static PublishedImport importer(FakeWriter writer, Instant now) {
        return new PublishedImport(
                new FftTrusts(), writer, code -> LONDON, Duration.ofDays(45), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static PublishedSource source(String csv) {
        return source(csv, MARCH);
    }

    private static PublishedSource source(String csv, YearMonth month) {
        return new PublishedSource(
                "test.csv", month, () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<String> idsOf(FakeWriter writer) {
        return writer.feedback().stream().map(Feedback::getFeedbackId).collect(Collectors.toSet());
    }

    private static List<ByteBuffer> bytesOf(List<Feedback> feedback) {
        return feedback.stream()
                .map(one -> {
                    try {
                        return one.toByteBuffer();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /** Recounts as the FFT does, from the answers alone. */
    private static Map<String, List<Integer>> countsOf(List<Feedback> feedback) {
        Map<String, List<Integer>> counts = new TreeMap<>();
        for (Feedback one : feedback) {
            String answer = one.getAnswers().get(0).getAnswer();
            int positive = Set.of("very_good", "good").contains(answer) ? 1 : 0;
            int negative = Set.of("very_poor", "poor").contains(answer) ? 1 : 0;
            counts.merge(one.getHospital(), List.of(1, positive, negative), FftImportTest::sum);
        }
        return counts;
    }

    private static List<Integer> sum(List<Integer> a, List<Integer> b) {
        return List.of(a.get(0) + b.get(0), a.get(1) + b.get(1), a.get(2) + b.get(2));
    }

    private static Map<String, List<Integer>> withoutZero(Map<String, List<Integer>> counts) {
        Map<String, List<Integer>> some = new TreeMap<>(counts);
        some.values().removeIf(row -> row.get(0) == 0);
        return some;
    }

    /** Reads the file anew, without the reader under test: columns by their place. */
    private static Map<String, List<Integer>> publishedCounts() {
        try (var table = CSVFormat.RFC4180.parse(
                new InputStreamReader(FftTrusts.shipped().opener().open(), StandardCharsets.UTF_8))) {
            return table.stream()
                    .skip(1)
                    .map(CSVRecord::values)
                    .collect(Collectors.toMap(
                            field -> field[0],
                            field -> List.of(count(field[2]), count(field[3]), count(field[4])),
                            (a, b) -> a,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int count(String field) {
        return field.isEmpty() ? 0 : Integer.parseInt(field);
    }
}
