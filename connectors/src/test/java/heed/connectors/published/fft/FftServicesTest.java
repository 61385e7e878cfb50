package heed.connectors.published.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.connectors.FakeWriter;
import heed.connectors.ImportProgress;
import heed.connectors.published.ImportSummary;
import heed.connectors.published.PublishedException;
import heed.connectors.published.PublishedImport;
import heed.connectors.published.PublishedSource;
import heed.schemas.Feedback;
import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the monthly files of each service, as they were until March 2020 and are since, to their own totals. */
class FftServicesTest {

    private static final String NEW =
            """
            ICB Code,Trust Code,Trust Name,Total Responses,Total Eligible,Percentage Positive,Percentage Negative,Very Good,Good,Neither Good nor Poor,Poor,Very Poor,Don't Know,Mode SMS
            ,,England (including Independent Sector Providers),"1,126","5,678",95%,2%,"1,000",75,20,15,10,6,100
            QMF,RQX,ONE,"1,006",600,92%,3%,"1,000",2,1,1,1,1,100
            QMF,RWK,TWO,120,600,92%,3%,0,73,19,14,9,5,0
            QMF,RWZ,SMALL,*,*,-,-,*,*,*,*,*,*,*
            """;
    private static final String OLD =
            """
            Friends and Family Test,,,,,,,,,,,,
            Area Team,Trust Code,Trust Name,Total Responses,Total Eligible,Response Rate,Percentage Recommended,Percentage Not Recommended,1 - Extremely Likely,2 - Likely,3 - Neither likely nor unlikely,4 - Unlikely,5 - Extremely unlikely,6 - Don't Know
            ,,England,"1,126","5,678",20%,95%,2%,"1,000",75,20,15,10,6
            Q71,RQX,ONE,"1,006",600,,,,"1,000",2,1,1,1,1
            Q71,RWK,TWO,120,600,,,,0,73,19,14,9,5
            """;

    private final FakeWriter writer = FakeWriter.acknowledging();

    @ParameterizedTest
    @EnumSource
    void bringsInAFileOfEachServiceByItsOwnTotalsAsItIsPublishedNow(FftService service) throws InterruptedException {
        // When
        ImportSummary summary = run(service, NEW, YearMonth.of(2026, 3));

        // Then
        assertThat(summary.responses()).isEqualTo(1_126);
        assertThat(summary.rest().totals()).singleElement().satisfies(england -> assertThat(england.said())
                .isEqualTo("1,126"));
        assertThat(summary.withheld()).isEqualTo(1);
        assertThat(counts())
                .containsExactlyInAnyOrder(
                        "RQX very_good 1000",
                        "RQX good 2",
                        "RQX neither 1",
                        "RQX poor 1",
                        "RQX very_poor 1",
                        "RQX dont_know 1",
                        "RWK good 73",
                        "RWK neither 19",
                        "RWK poor 14",
                        "RWK very_poor 9",
                        "RWK dont_know 5");
        assertThat(measured())
                .isEqualTo(
                        service == FftService.INPATIENT
                                ? "fft-2020.positive"
                                : "fft-services-2020." + service.question());
    }

    @ParameterizedTest
    @EnumSource
    void bringsInAFileOfEachServiceByItsOwnTotalsAsItWasUntil2020(FftService service) throws InterruptedException {
        // When
        ImportSummary summary = run(service, OLD, YearMonth.of(2019, 3));

        // Then
        assertThat(summary.responses()).isEqualTo(1_126);
        assertThat(counts())
                .containsExactlyInAnyOrder(
                        "RQX extremely_likely 1000",
                        "RQX likely 2",
                        "RQX neither 1",
                        "RQX unlikely 1",
                        "RQX extremely_unlikely 1",
                        "RQX dont_know 1",
                        "RWK likely 73",
                        "RWK neither 19",
                        "RWK unlikely 14",
                        "RWK extremely_unlikely 9",
                        "RWK dont_know 5");
        assertThat(measured()).isEqualTo("fft-2013." + service.question());
    }

    @Test
    void givesNoResponseOfOneServiceTheIdOfAnotherNorOfAnotherQuestion() throws InterruptedException {
        // When
        for (FftService service : FftService.values()) {
            run(service, NEW, YearMonth.of(2026, 3));
            run(service, OLD, YearMonth.of(2026, 3));
        }

        // Then
        assertThat(writer.feedback().stream().map(Feedback::getFeedbackId).distinct())
                .hasSize(1_126 * FftService.values().length * 2);
    }

    @Test
    void readsTheFileOfPracticesByTheirCodes() throws InterruptedException {
        // When
        run(
                FftService.GP,
                """
                CCG Code,CCG Name,Practice Code,Practice Name,Total Responses,Very Good,Good,Neither,Poor,Very Poor,Dont Know
                X,Y,A81001,The Surgery,3,1,0,1,0,0,1
                """
                        .replace("Neither,", "Neither good or poor,"),
                YearMonth.of(2026, 3));

        // Then
        assertThat(counts()).containsExactlyInAnyOrder("A81001 very_good 1", "A81001 neither 1", "A81001 dont_know 1");
    }

    @Test
    void takesCountsOfKindsFromBefore2020ForTheQuestionThatWasAskedThen() throws InterruptedException {
        // When
        run(
                FftService.INPATIENT,
                "org_code,total_responses,positive_count,negative_count\nRQX,5,2,2\n",
                YearMonth.of(2020, 3));

        // Then
        assertThat(counts())
                .containsExactlyInAnyOrder(
                        "RQX extremely_likely 1",
                        "RQX likely 1",
                        "RQX neither 1",
                        "RQX extremely_unlikely 1",
                        "RQX unlikely 1");
    }

    @ParameterizedTest
    @CsvSource({
        "FFT A&E April 2026.csv,ae",
        "fft_ae_2026-04.csv,ae",
        "FFT_AE_V1_2026-04.xlsx,ae",
        "Maternity 2026-04.csv,antenatal or birth or postnatal-ward or postnatal-community",
        "maternity_antenatal_2026-04.csv,antenatal",
        "postnatal-community-2026-04.csv,postnatal-community",
        "Community_2026-04.csv,community",
        "GP-2026-04.csv,gp",
        "fft mental health 2026-04.csv,mental-health",
        "outpatient2026-04.csv,outpatient"
    })
    void asksForTheServiceWhereTheNameSpeaksOfAnotherThanInpatients(String name, String said) {
        // When // Then
        assertThatThrownBy(() -> new FftTrusts().read(source(name, NEW, YearMonth.of(2026, 4))))
                .isInstanceOf(PublishedException.class)
                .hasMessage("which service are the figures of " + name + " of? Its name speaks of " + said
                        + ": say --service, one of inpatient, ae, antenatal, birth, postnatal-ward,"
                        + " postnatal-community, community, gp, outpatient, mental-health, ambulance, dental");
    }

    @ParameterizedTest
    @CsvSource({
        "fft_2026-04.csv",
        "FFT-inpatient-data-April-2026.csv",
        "grapes april 2026.csv",
        "paediatric 2026-04.csv"
    })
    void takesForInpatientsWhatSpeaksOfNoOtherService(String name) {
        // When // Then
        assertThat(new FftTrusts()
                        .read(source(name, NEW, YearMonth.of(2026, 4)))
                        .hospitals())
                .allSatisfy(each -> assertThat(each.questionnaire()).isEqualTo("fft-2020"));
    }

    private ImportSummary run(FftService service, String csv, YearMonth month) throws InterruptedException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
        return new PublishedImport(
                        new FftTrusts(Optional.of(service)),
                        writer,
                        code -> ZoneId.of("Europe/London"),
                        Duration.ofDays(45),
                        clock)
                .run(source("ae.csv", csv, month), ImportProgress.NONE);
    }

    private static PublishedSource source(String name, String csv, YearMonth month) {
        return new PublishedSource(name, month, () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> counts() {
        return writer.feedback().stream()
                .collect(Collectors.groupingBy(
                        one -> one.getHospital() + " " + one.getAnswers().get(0).getAnswer(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
    }

    /** Returns the measure by which the share of good answers is the published one. */
    private String measured() {
        Feedback one = writer.feedback().get(0);
        Questionnaire asked =
                Questionnaires.shipped().byId(one.getQuestionnaire()).orElseThrow();
        List<String> good = List.of("very_good", "good", "extremely_likely", "likely");
        var question = asked.question(one.getAnswers().get(0).getQuestion()).orElseThrow();
        Stream<Measure> fit = asked.measures().stream()
                .filter(measure -> measure.question().equals(question.code()))
                .filter(measure -> Arrays.equals(
                        measure.pointsByOption(question),
                        question.options().stream()
                                .mapToInt(option -> good.contains(option.code()) ? 10_000 : 0)
                                .toArray()));
        return fit.map(Measure::name).collect(Collectors.joining(" "));
    }
}
