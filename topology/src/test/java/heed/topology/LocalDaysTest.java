package heed.topology;

import static heed.topology.ResponseBuilder.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days and hours of hospitals whose clocks change, one response every half hour. */
class LocalDaysTest {

    @Test
    void theLondonDayThatTheClocksGoForwardHas23Hours() {
        // When
        List<Score> scores = aResponseEachHalfHour("London", "2027-03-28T00:00:00Z", "2027-03-28T23:00:00Z");

        // Then
        assertThat(rows(scores, Window.DAY)).containsExactly("2027-03-28 2027-03-28T00:00:00Z n=46");
        assertThat(rows(scores, Window.HOUR))
                .containsExactly(
                        "2027-03-28T00+00:00 2027-03-28T00:00:00Z n=2",
                        "2027-03-28T02+01:00 2027-03-28T01:00:00Z n=2",
                        "2027-03-28T03+01:00 2027-03-28T02:00:00Z n=2",
                        "2027-03-28T04+01:00 2027-03-28T03:00:00Z n=2",
                        "2027-03-28T05+01:00 2027-03-28T04:00:00Z n=2",
                        "2027-03-28T06+01:00 2027-03-28T05:00:00Z n=2",
                        "2027-03-28T07+01:00 2027-03-28T06:00:00Z n=2",
                        "2027-03-28T08+01:00 2027-03-28T07:00:00Z n=2",
                        "2027-03-28T09+01:00 2027-03-28T08:00:00Z n=2",
                        "2027-03-28T10+01:00 2027-03-28T09:00:00Z n=2",
                        "2027-03-28T11+01:00 2027-03-28T10:00:00Z n=2",
                        "2027-03-28T12+01:00 2027-03-28T11:00:00Z n=2",
                        "2027-03-28T13+01:00 2027-03-28T12:00:00Z n=2",
                        "2027-03-28T14+01:00 2027-03-28T13:00:00Z n=2",
                        "2027-03-28T15+01:00 2027-03-28T14:00:00Z n=2",
                        "2027-03-28T16+01:00 2027-03-28T15:00:00Z n=2",
                        "2027-03-28T17+01:00 2027-03-28T16:00:00Z n=2",
                        "2027-03-28T18+01:00 2027-03-28T17:00:00Z n=2",
                        "2027-03-28T19+01:00 2027-03-28T18:00:00Z n=2",
                        "2027-03-28T20+01:00 2027-03-28T19:00:00Z n=2",
                        "2027-03-28T21+01:00 2027-03-28T20:00:00Z n=2",
                        "2027-03-28T22+01:00 2027-03-28T21:00:00Z n=2",
                        "2027-03-28T23+01:00 2027-03-28T22:00:00Z n=2");
    }

    @Test
    void theLondonDayThatTheClocksGoBackHas25HoursOneOfThemTwice() {
        // When
        List<Score> scores = aResponseEachHalfHour("London", "2027-10-30T23:00:00Z", "2027-11-01T00:00:00Z");

        // Then
        assertThat(rows(scores, Window.DAY)).containsExactly("2027-10-31 2027-10-30T23:00:00Z n=50");
        assertThat(rows(scores, Window.HOUR))
                .containsExactly(
                        "2027-10-31T00+01:00 2027-10-30T23:00:00Z n=2",
                        "2027-10-31T01+01:00 2027-10-31T00:00:00Z n=2",
                        "2027-10-31T01+00:00 2027-10-31T01:00:00Z n=2",
                        "2027-10-31T02+00:00 2027-10-31T02:00:00Z n=2",
                        "2027-10-31T03+00:00 2027-10-31T03:00:00Z n=2",
                        "2027-10-31T04+00:00 2027-10-31T04:00:00Z n=2",
                        "2027-10-31T05+00:00 2027-10-31T05:00:00Z n=2",
                        "2027-10-31T06+00:00 2027-10-31T06:00:00Z n=2",
                        "2027-10-31T07+00:00 2027-10-31T07:00:00Z n=2",
                        "2027-10-31T08+00:00 2027-10-31T08:00:00Z n=2",
                        "2027-10-31T09+00:00 2027-10-31T09:00:00Z n=2",
                        "2027-10-31T10+00:00 2027-10-31T10:00:00Z n=2",
                        "2027-10-31T11+00:00 2027-10-31T11:00:00Z n=2",
                        "2027-10-31T12+00:00 2027-10-31T12:00:00Z n=2",
                        "2027-10-31T13+00:00 2027-10-31T13:00:00Z n=2",
                        "2027-10-31T14+00:00 2027-10-31T14:00:00Z n=2",
                        "2027-10-31T15+00:00 2027-10-31T15:00:00Z n=2",
                        "2027-10-31T16+00:00 2027-10-31T16:00:00Z n=2",
                        "2027-10-31T17+00:00 2027-10-31T17:00:00Z n=2",
                        "2027-10-31T18+00:00 2027-10-31T18:00:00Z n=2",
                        "2027-10-31T19+00:00 2027-10-31T19:00:00Z n=2",
                        "2027-10-31T20+00:00 2027-10-31T20:00:00Z n=2",
                        "2027-10-31T21+00:00 2027-10-31T21:00:00Z n=2",
                        "2027-10-31T22+00:00 2027-10-31T22:00:00Z n=2",
                        "2027-10-31T23+00:00 2027-10-31T23:00:00Z n=2");
    }

    @Test
    void aHospitalInAnotherZoneHasItsOwnDaysOnTheSameClock() {
        // When
        // New York goes back a week after London
        List<Score> scores = aResponseEachHalfHour("NewYork", "2027-11-07T04:00:00Z", "2027-11-08T05:00:00Z");

        // Then
        assertThat(rows(scores, Window.DAY)).containsExactly("2027-11-07 2027-11-07T04:00:00Z n=50");
        assertThat(rows(scores, Window.WEEK)).containsExactly("2027-W44 2027-11-01T04:00:00Z n=50");
        assertThat(rows(scores, Window.MONTH)).containsExactly("2027-11 2027-11-01T04:00:00Z n=50");
        assertThat(rows(scores, Window.HOUR))
                .hasSize(25)
                .startsWith(
                        "2027-11-07T00-04:00 2027-11-07T04:00:00Z n=2",
                        "2027-11-07T01-04:00 2027-11-07T05:00:00Z n=2",
                        "2027-11-07T01-05:00 2027-11-07T06:00:00Z n=2",
                        "2027-11-07T02-05:00 2027-11-07T07:00:00Z n=2")
                .endsWith("2027-11-07T23-05:00 2027-11-08T04:00:00Z n=2");
    }

    @Test
    void aMinuteBeforeMidnightIsTheDayBefore() {
        // When
        List<Score> scores = aResponseEachHalfHour("London", "2027-06-30T22:30:00Z", "2027-06-30T23:30:00Z");

        // Then
        assertThat(rows(scores, Window.MONTH))
                .containsExactly("2027-06 2027-05-31T23:00:00Z n=1", "2027-07 2027-06-30T23:00:00Z n=1");
    }

    private static List<Score> aResponseEachHalfHour(String hospital, String from, String until) {
        HospitalDirectory directory = HospitalDirectory.of(
                List.of(
                        new Hospital("London", "London", ZoneId.of("Europe/London")),
                        new Hospital("NewYork", "New York", ZoneId.of("America/New_York"))),
                ZoneId.of("Asia/Tokyo"));
        try (TopologyFixture pipeline = new TopologyFixture(TopologyFixture.CONFIG, directory)) {
            Instant end = Instant.parse(until);
            for (Instant at = Instant.parse(from); at.isBefore(end); at = at.plus(Duration.ofMinutes(30))) {
                pipeline.receive(aResponse(at.toString()).at(hospital).given(at).rated("good"));
            }
            return List.copyOf(pipeline.scores().values());
        }
    }

    private static List<String> rows(List<Score> scores, Window window) {
        return scores.stream()
                .filter(score -> score.getMeasure().equals("fft-2020.positive") && score.getWindow() == window)
                .sorted(Comparator.comparing(Score::getStart))
                .map(score -> score.getLabel() + " " + score.getStart() + " n=" + score.getN())
                .toList();
    }
}
