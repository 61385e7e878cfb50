package heed.topology;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static heed.topology.ResponseBuilder.aWithdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import heed.schemas.Channel;
import heed.schemas.ChannelDay;
import heed.schemas.ChannelTally;
import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.key.ScoreKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.topic.Topics;
import heed.topology.LawsTest.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ChannelsTest {

    private static final List<Channel> CHANNELS = List.of(Channel.values());
    private static final String TODAY = "H1|fft-2020|2026-05-31T23:00:00Z";

    @Test
    void countsTheAnswersOfADayByChannel() {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            // When
            pipeline.receive(
                    aResponse("r1").unit("W1").by(Channel.SMS).rated("good"),
                    aResponse("r2").unit("W2").by(Channel.SMS).rated("poor"),
                    aResponse("r3").by(Channel.PAPER).rated("very_good"));
            ChannelDay day = pipeline.latest(Topics.CHANNELS).get(TODAY);

            // Then
            assertThat(day.getLabel()).isEqualTo("2026-06-01");
            assertThat(Duration.between(day.getStart(), day.getEnd())).hasHours(24);
            assertThat(day.getAsOf()).isEqualTo(NOON.plusSeconds(60));
            assertThat(day.getTallies())
                    .containsExactly(
                            new ChannelTally(Channel.SMS, "fft-2020.positive", 2L, 10_000L, 100_000_000L),
                            new ChannelTally(Channel.SMS, "fft-2020.negative", 2L, 10_000L, 100_000_000L),
                            new ChannelTally(Channel.PAPER, "fft-2020.positive", 1L, 10_000L, 100_000_000L),
                            new ChannelTally(Channel.PAPER, "fft-2020.negative", 1L, 0L, 0L));
        }
    }

    @Test
    void aCorrectionMovesAResponseBetweenChannelsAndDays() {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            // Given
            pipeline.receive(aResponse("r1").by(Channel.SMS).rated("good"));
            Instant later = NOON.plusSeconds(7_200);

            // When
            pipeline.receive(aResponse("r1")
                    .revision(2)
                    .by(Channel.PHONE)
                    .given(NOON.minus(Duration.ofDays(1)))
                    .arrived(later)
                    .rated("good"));
            Map<String, ChannelDay> days = pipeline.latest(Topics.CHANNELS);

            // Then
            assertThat(days.get(TODAY).getTallies()).isEmpty();
            assertThat(days.get(TODAY).getAsOf()).isEqualTo(later);
            assertThat(days.get("H1|fft-2020|2026-05-30T23:00:00Z").getTallies())
                    .extracting(ChannelTally::getChannel, ChannelTally::getMeasure)
                    .containsExactly(
                            tuple(Channel.PHONE, "fft-2020.positive"), tuple(Channel.PHONE, "fft-2020.negative"));
        }
    }

    @Test
    void aWithdrawalTakesOutWhatWasPutIn() {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            // Given
            pipeline.receive(
                    aResponse("r1").by(Channel.KIOSK).rated("good"),
                    aResponse("r2").by(Channel.KIOSK).rated("poor"));

            // When
            pipeline.receive(aWithdrawal("r2"));

            // Then
            assertThat(pipeline.latest(Topics.CHANNELS).get(TODAY).getTallies())
                    .first()
                    .isEqualTo(new ChannelTally(Channel.KIOSK, "fft-2020.positive", 1L, 10_000L, 100_000_000L));
        }
    }

    @Property(tries = 100)
    void theChannelsOfADayAddUpToItsScores(@ForAll("inputs") List<Step> input) {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            // When
            receive(pipeline, input);

            // Then
            assertThat(added(pipeline.latest(Topics.CHANNELS))).isEqualTo(ofDays(pipeline.scores()));
        }
    }

    @Property(tries = 100)
    void theChannelsAreThoseOfTheSurvivingAnswersAlone(@ForAll("inputs") List<Step> input) {
        try (TopologyFixture pipeline = new TopologyFixture();
                TopologyFixture other = new TopologyFixture()) {
            // When
            receive(pipeline, input);
            receive(other, LawsTest.survivors(input));

            // Then
            assertThat(tallies(pipeline)).isEqualTo(tallies(other));
        }
    }

    private static void receive(TopologyFixture pipeline, List<Step> input) {
        input.forEach(step -> pipeline.receive(
                step.toResponse().by(CHANNELS.get(Math.floorMod(step.id() + step.revision(), CHANNELS.size())))));
    }

    /** A day that fell back to no responses is the same as none. */
    private static Map<String, List<ChannelTally>> tallies(TopologyFixture pipeline) {
        return pipeline.latest(Topics.CHANNELS).entrySet().stream()
                .filter(day -> !day.getValue().getTallies().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, day -> day.getValue().getTallies()));
    }

    @Provide
    Arbitrary<List<Step>> inputs() {
        return Step.inputs();
    }

    private static Map<String, List<Long>> added(Map<String, ChannelDay> days) {
        Map<String, List<Long>> sums = new TreeMap<>();
        days.values().forEach(day -> day.getTallies().stream()
                .collect(Collectors.groupingBy(ChannelTally::getMeasure))
                .forEach((measure, tallies) -> sums.put(
                        new ScoreKey(new SeriesKey(day.getHospital(), null, measure), Window.DAY, day.getStart())
                                .text(),
                        List.of(
                                sum(tallies, ChannelTally::getN),
                                sum(tallies, ChannelTally::getSum),
                                sum(tallies, ChannelTally::getSumOfSquares)))));
        return sums;
    }

    private static long sum(List<ChannelTally> tallies, ToLongFunction<ChannelTally> figure) {
        return tallies.stream().mapToLong(figure).sum();
    }

    private static Map<String, List<Long>> ofDays(Map<String, Score> scores) {
        return scores.entrySet().stream()
                .filter(entry -> entry.getValue().getWindow() == Window.DAY
                        && entry.getValue().getUnit() == null
                        && entry.getValue().getN() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> List.of(
                                entry.getValue().getN(),
                                entry.getValue().getSum(),
                                entry.getValue().getSumOfSquares())));
    }
}
