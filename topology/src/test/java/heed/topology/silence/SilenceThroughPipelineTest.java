package heed.topology.silence;

import static heed.topology.ResponseBuilder.aResponse;
import static heed.topology.ResponseBuilder.aWithdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.topology.TopologyFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SilenceThroughPipelineTest {

    /** Midnight in London, a Monday, before the clocks change on 29 March. */
    private static final Instant START = Instant.parse("2026-02-02T00:00:00Z");

    private static final Duration EVERY = Duration.ofMinutes(30);
    private static final int LEARNED = 35 * 24;

    private final TopologyFixture pipeline = new TopologyFixture();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void aHospitalThatFallsSilentIsSaidAndSaidAgainWhenItSpeaks() {
        // Given
        // A response an hour by day, for five weeks, at two hospitals
        live(0, LEARNED, "H1", "H2");

        // When
        // One of them is silent for a day
        live(LEARNED, LEARNED + 24, "H2");
        live(LEARNED + 24, LEARNED + 34, "H1", "H2");

        // Then
        List<Silence> silences = pipeline.silences();
        assertThat(silences).extracting(Silence::getState).containsExactly(SilenceState.OPEN, SilenceState.ENDED);
        Silence open = silences.get(0);
        assertThat(open.getHospital()).isEqualTo("H1");
        assertThat(open.getUnit()).isNull();
        assertThat(open.getLastResponse()).isEqualTo(Instant.parse("2026-03-08T19:30:00Z"));
        assertThat(open.getOpenedAt()).isEqualTo(Instant.parse("2026-03-09T14:00:00Z"));
        assertThat(open.getAsOf()).isEqualTo(Instant.parse("2026-03-09T14:30:00Z"));
        assertThat(open.getHoursListened()).isEqualTo(18);
        assertThat(open.getEvidence()).isGreaterThanOrEqualTo(open.getThreshold());
        assertThat(open.getFalseAlarmDays()).isEqualTo(365);
        assertThat(open.getSentenceEn())
                .isEqualTo("Nothing has come in from H1 since 19:30 on 8 March 2026, although Heed was listening: no"
                        + " response in 18 hours, where there usually are some in about 6 of them; chance alone would"
                        + " show this less than once a year.");
        Silence ended = silences.get(1);
        assertThat(ended.getSilenceId()).isEqualTo(open.getSilenceId());
        assertThat(ended.getEndedAt()).isEqualTo(Instant.parse("2026-03-10T08:30:00Z"));
    }

    @Test
    void aStoppedPipelineIsNoSilence() {
        // Given
        live(0, LEARNED, "H1");

        // When
        // Nothing is heard for three days because nobody listens
        live(LEARNED + 72, LEARNED + 96, "H1");

        // Then
        assertThat(pipeline.silences()).isEmpty();
    }

    @Test
    void hoursBeforeAndAfterAStopAddUpWithoutTheStop() {
        // Given
        live(0, LEARNED, "H1");

        // When
        // It is silent, the pipeline stops for two days, and it is silent still
        live(LEARNED, LEARNED + 11);
        live(LEARNED + 59, LEARNED + 72);

        // Then
        assertThat(pipeline.silences()).singleElement().satisfies(silence -> assertThat(silence.getHoursListened())
                .isBetween(16, 28));
    }

    @Test
    void aClockThatJumpsAheadRaisesNothing() {
        // Given
        live(0, LEARNED + 12, "H1");

        // When
        // Pulses come three days ahead for an hour, and right again
        Instant wrong = at(LEARNED + 12 + 72);
        for (int i = 0; i < 6; i++) {
            pipeline.pulse(wrong.plus(EVERY.multipliedBy(i)), EVERY);
        }
        live(LEARNED + 12, LEARNED + 12 + 96, "H1");

        // Then
        assertThat(pipeline.silences()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackRaisesNothing() {
        // Given
        live(0, LEARNED + 12, "H1");

        // When
        // The hour is lived again
        live(LEARNED + 11, LEARNED + 60, "H1");

        // Then
        assertThat(pipeline.silences()).isEmpty();
    }

    @Test
    void aWardIsHeardApartFromItsHospital() {
        // Given
        for (int hour = 0; hour < LEARNED; hour++) {
            respond(hour, "H1", "W1");
            respond(hour, "H1", "W2");
            listen(hour);
        }

        // When
        // One ward is silent
        for (int hour = LEARNED; hour < LEARNED + 24; hour++) {
            respond(hour, "H1", "W2");
            listen(hour);
        }

        // Then
        assertThat(pipeline.silences()).singleElement().satisfies(silence -> {
            assertThat(silence.getHospital()).isEqualTo("H1");
            assertThat(silence.getUnit()).isEqualTo("W1");
        });
    }

    @Test
    void aHospitalThatIsNotKnownYetIsNeverSilent() {
        // Given
        // 27 days, one less than it takes
        live(0, 27 * 24, "H1");

        // When
        live(27 * 24, 34 * 24);

        // Then
        assertThat(pipeline.silences()).isEmpty();
    }

    @Test
    void aWithdrawalDoesNotEndASilence() {
        // Given
        live(0, LEARNED, "H1");
        live(LEARNED, LEARNED + 24);

        // When
        pipeline.receive(aWithdrawal("H1,834").given(at(LEARNED + 24)));

        // Then
        assertThat(pipeline.silences()).extracting(Silence::getState).containsExactly(SilenceState.OPEN);
    }

    @Test
    void whatIsNoPulseIsRefusedAndTheNextOneIsTaken() {
        // When
        pipeline.pulse("no pulse".getBytes(StandardCharsets.UTF_8), START);
        pipeline.pulse(null, START);
        pipeline.pulse(START, Duration.ofHours(1));
        pipeline.pulse(START, EVERY);

        // Then
        assertThat(pipeline.rejectionReasons()).containsExactly("not_avro_wire_format", "null_value", "bad_pulse");
        assertThat(pipeline.tally().in()).isZero();
    }

    /**
     * Lives the hours from {@code from} to before {@code until}: pulses, and from 8 to 20 a response of each hospital.
     */
    private void live(int from, int until, String... hospitals) {
        for (int hour = from; hour < until; hour++) {
            for (String hospital : hospitals) {
                respond(hour, hospital, null);
            }
            listen(hour);
        }
    }

    private void respond(int hour, String hospital, String unit) {
        if (hour % 24 >= 8 && hour % 24 < 20) {
            pipeline.receive(aResponse(hospital + "," + (unit == null ? "" : unit + ",") + hour)
                    .at(hospital)
                    .unit(unit)
                    .rated("good")
                    .given(at(hour).plus(Duration.ofMinutes(29))));
        }
    }

    private void listen(int hour) {
        for (int i = 1; i <= 2; i++) {
            pipeline.pulse(at(hour).plus(EVERY.multipliedBy(i)), EVERY);
        }
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }
}
