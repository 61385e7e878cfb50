package heed.topology.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Channel;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.topology.ChangelogFixture;
import heed.topology.respondent.Respondent;
import heed.topology.response.Answers;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Places;
import heed.topology.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class ChannelStateTest {

    private static final long DAY = 86_400_000L;
    private static final int LATENESS_DAYS = 45;

    private final MeasureCatalogue catalogue = new MeasureCatalogue(Questionnaires.shipped());
    private final Places places = new Places(HospitalDirectory.empty());
    private final ChangelogFixture changelog = new ChangelogFixture();

    @Test
    void aRestoredStateGoesOnAdding() {
        // Given
        ChannelState before = fresh();
        before.apply(put(10, Channel.SMS, 1_000));
        before.apply(put(10, Channel.PAPER, 2_000));
        changelog.commit(before);

        // When
        ChannelState after = changelog.restore(fresh());
        after.apply(put(10, Channel.SMS, 3_000));

        // Then
        assertThat(said(after))
                .containsExactly("SMS n=2 sum=4000 squares=10000000", "PAPER n=1 sum=2000 squares=4000000");
    }

    /** An instance gives a partition away, keeps its state as a standby's and gets it back. */
    @Test
    void aStateThatWasAddedToGoesOnFromWhatAnotherWrote() {
        // Given
        ChannelState here = fresh();
        here.apply(put(10, Channel.SMS, 1_000));
        changelog.commit(here);
        ChannelState elsewhere = changelog.restore(fresh());
        elsewhere.apply(put(10, Channel.SMS, 2_000));
        changelog.commit(elsewhere);

        // When
        changelog.restore(here);
        here.apply(put(10, Channel.SMS, 3_000));

        // Then
        assertThat(said(here)).containsExactly("SMS n=3 sum=6000 squares=14000000");
    }

    @Test
    void whatHasNotChangedSinceTheLastCommitIsNotSaidAgain() {
        // Given
        ChannelState state = fresh();
        state.apply(put(10, Channel.SMS, 1_000));
        changelog.commit(state);

        // When
        state.apply(put(11, Channel.WEB, 5_000));

        // Then
        assertThat(said(state)).containsExactly("WEB n=1 sum=5000 squares=25000000");
    }

    @Test
    void aDayIsKeptUntilNothingCanChangeIt() {
        // Given
        ChannelState state = fresh();
        state.apply(put(10, Channel.SMS, 1_000));
        changelog.commit(state);

        // When
        state.apply(closing(10 + LATENESS_DAYS - 1));
        changelog.commit(state);
        int keptAtTheLimit = changelog.size();
        state.apply(closing(10 + LATENESS_DAYS));
        changelog.commit(state);

        // Then
        assertThat(keptAtTheLimit).isEqualTo(2);
        assertThat(changelog.size()).isEqualTo(1);
    }

    @Test
    void aRowOfANewerReleaseIsNotGuessedAt() {
        // Given
        ChannelState state = fresh();
        state.apply(put(10, Channel.SMS, 1_000));
        List<byte[]> key = new ArrayList<>();
        state.writeChanges((rowKey, value) -> key.add(rowKey));

        // When
        // Then
        assertThatThrownBy(() -> fresh().restore(key.get(0), new byte[] {2}))
                .hasMessageContaining("channel state has version 2, this release reads 1");
    }

    private static List<String> said(ChannelState state) {
        List<String> tallies = new ArrayList<>();
        state.forEachChanged(row -> row.forEach((channel, measure, n, sum, squares) ->
                tallies.add(channel + " n=" + n + " sum=" + sum + " squares=" + squares)));
        return tallies;
    }

    private ChannelState fresh() {
        return new ChannelState(Duration.ofDays(LATENESS_DAYS), places, catalogue);
    }

    /** A response that is given on the last day of all and closes the ledger's days through {@code closedDay}. */
    private Change closing(long closedDay) {
        Change change = put(500, Channel.WEB, 0);
        change.keptOn(500, closedDay);
        return change;
    }

    private Change put(long day, Channel channel, int points) {
        Response cause = new Response();
        cause.start(0, 0, 1, Response.Kind.SUBMITTED, new Record<>(new byte[0], null, day * DAY));
        Answers answers = cause.answers();
        answers.start(places.hospital("H1"), day * DAY);
        answers.from(Respondent.of(channel.name(), "", ""), day * DAY);
        answers.add(catalogue.byName("fft-2020.positive"), points);
        Change change = new Change();
        change.start(cause);
        change.keptOn(day, Long.MIN_VALUE);
        change.putIn(answers);
        return change;
    }
}
