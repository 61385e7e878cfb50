package heed.topology;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static heed.topology.ResponseBuilder.aWithdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.Channel;
import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.topic.Topics;
import heed.topology.LawsTest.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Published figures count by the month: a month is all that is known of when they were given. */
class PublishedFiguresTest {

    @Test
    void countsInTheMonthsOfHospitalAndUnitAndInNoShorterWindow() {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            // When
            pipeline.receive(
                    aResponse("p1").unit("W1").by(Channel.PUBLISHED).rated("good"),
                    aResponse("p2").unit("W1").by(Channel.PUBLISHED).rated("poor"));

            // Then
            assertThat(pipeline.scores().keySet())
                    .containsExactly(
                            "H1|W1|fft-2020.negative|MONTH|2026-05-31T23:00:00Z",
                            "H1|W1|fft-2020.positive|MONTH|2026-05-31T23:00:00Z",
                            "H1||fft-2020.negative|MONTH|2026-05-31T23:00:00Z",
                            "H1||fft-2020.positive|MONTH|2026-05-31T23:00:00Z");
            assertThat(pipeline.score("H1||fft-2020.positive|MONTH|2026-05-31T23:00:00Z"))
                    .extracting(Score::getN, Score::getScore)
                    .containsExactly(2L, 5_000);
            assertThat(pipeline.latest(Topics.CHANNELS)).isEmpty();
        }
    }

    @Test
    void aResponseThatTurnsOutToHaveAPatientBehindItEntersItsDay() {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            // When
            pipeline.receive(
                    aResponse("p1").by(Channel.PUBLISHED).rated("good"),
                    aResponse("p1").revision(2).by(Channel.SMS).rated("good"));

            // Then
            assertThat(positives(pipeline))
                    .containsOnlyKeys(Window.values())
                    .allSatisfy((window, score) -> assertThat(score.getN()).isEqualTo(1));
            assertThat(pipeline.restatements()).hasSize(1);
            assertThat(pipeline.latest(Topics.CHANNELS)).hasSize(1);
        }
    }

    @Test
    void aPublishedFigureThatMovesWithinItsMonthRestatesNothing() {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            // When
            pipeline.receive(
                    aResponse("p1").by(Channel.PUBLISHED).rated("good"),
                    aResponse("p1")
                            .revision(2)
                            .given(NOON.plus(Duration.ofDays(3)))
                            .by(Channel.PUBLISHED)
                            .rated("good"));

            // Then
            assertThat(pipeline.restatements()).isEmpty();
            assertThat(positives(pipeline).get(Window.MONTH).getRestatements()).isZero();
        }
    }

    @Provide
    Arbitrary<List<Step>> inputs() {
        return Step.inputs();
    }

    /** The retraction law, where some of the revisions of a response are published and others are not. */
    @Property(tries = 50)
    void theScoresAreThoseOfTheSurvivingAnswersAlone(@ForAll("inputs") List<Step> input) {
        // When // Then
        assertThat(counted(input)).isEqualTo(counted(LawsTest.survivors(input)));
    }

    private static Map<String, List<Long>> counted(List<Step> input) {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            input.forEach(step -> pipeline.receive(
                    step.toResponse().by((step.id() + step.revision()) % 3 == 0 ? Channel.SMS : Channel.PUBLISHED)));
            return pipeline.scores().entrySet().stream()
                    .filter(entry -> entry.getValue().getN() > 0)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> List.of(
                                    entry.getValue().getN(), entry.getValue().getSum())));
        }
    }

    /** The law: whatever is published, before, between and after, the records of the watch are the same bytes. */
    @Test
    void changesNothingInTheRecordsOfTheWatch() {
        // Given
        List<ResponseBuilder> live = twoFalls();
        List<ResponseBuilder> all = Stream.concat(live.stream(), published().stream())
                .sorted(Comparator.comparing(ResponseBuilder::arrivalMs))
                .toList();

        // When
        List<String> alone = watched(live);
        List<String> besidePublished = watched(all);

        // Then
        assertThat(alone).hasSizeGreaterThan(3);
        assertThat(besidePublished).isEqualTo(alone);
    }

    /** Usual days, bad ones, usual ones, and bad ones that a person makes the usual ones. */
    private static List<ResponseBuilder> twoFalls() {
        Random random = new Random(7);
        List<ResponseBuilder> story = new ArrayList<>();
        for (int day = 0; day < 90; day++) {
            double good = (day >= 40 && day < 52) || day >= 70 ? .3 : .8;
            for (int i = 0; i < 16; i++) {
                story.add(aResponse("d" + day + "-" + i)
                        .given(day(day).plusSeconds(i * 1_500L))
                        .by(i % 2 == 0 ? Channel.SMS : Channel.PAPER)
                        .rated(random.nextDouble() < good ? "good" : "poor"));
            }
        }
        return story;
    }

    /** Four months of published figures, worse than what patients say, some of them corrected and withdrawn. */
    private static List<ResponseBuilder> published() {
        List<ResponseBuilder> published = new ArrayList<>();
        for (int day = -30; day < 90; day++) {
            for (int i = 0; i < 4; i++) {
                String name = "p" + day + "-" + i;
                Instant given = day(day).plusSeconds(i * 6_000L);
                Instant arrived = given.plus(Duration.ofDays(1));
                published.add(aResponse(name)
                        .given(given)
                        .arrived(arrived)
                        .by(Channel.PUBLISHED)
                        .rated("poor"));
                if (i == 1) {
                    published.add(aResponse(name)
                            .revision(2)
                            .given(given)
                            .arrived(arrived.plusSeconds(30))
                            .by(Channel.PUBLISHED)
                            .rated("good"));
                } else if (i == 2) {
                    published.add(aWithdrawal(name).given(given).arrived(arrived.plusSeconds(60)));
                }
            }
        }
        return published;
    }

    private static List<String> watched(List<ResponseBuilder> story) {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            Instant actAt = day(80);
            boolean acted = false;
            for (ResponseBuilder response : story) {
                if (!acted && response.arrivalMs().isAfter(actAt)) {
                    acted = true;
                    pipeline.act(rebaseline(actAt));
                }
                pipeline.receive(response);
            }
            return Stream.of(pipeline.baselineBytes(), pipeline.dropBytes(), pipeline.riseBytes())
                    .flatMap(List::stream)
                    .map(HexFormat.of()::formatHex)
                    .toList();
        }
    }

    private static Action rebaseline(Instant at) {
        return Action.newBuilder()
                .setActionId("a1")
                .setKind(ActionKind.REBASELINED)
                .setHospital("H1")
                .setMeasure("fft-2020.positive")
                .setWho("Sister Evans")
                .setText("Agreed.")
                .setAt(at)
                .build();
    }

    private static Map<Window, Score> positives(TopologyFixture pipeline) {
        return pipeline.scores().values().stream()
                .filter(score -> score.getMeasure().equals("fft-2020.positive") && score.getN() > 0)
                .collect(Collectors.toMap(Score::getWindow, score -> score));
    }

    private static Instant day(int day) {
        return NOON.plus(Duration.ofDays(day));
    }
}
