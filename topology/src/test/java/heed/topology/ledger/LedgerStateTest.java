package heed.topology.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.topology.ChangelogFixture;
import heed.topology.response.Answers;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Places;
import heed.topology.response.Response;
import heed.topology.tally.Outcome;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class LedgerStateTest {

    private static final long DAY = 86_400_000L;

    private final MeasureCatalogue catalogue = new MeasureCatalogue(Questionnaires.shipped());
    private final Places places = new Places(HospitalDirectory.empty());
    private final ChangelogFixture changelog = new ChangelogFixture();
    private final Change change = new Change();
    private LedgerState state = fresh(3);

    @Test
    void aDayIsClosedWhenOneMoreBegins() {
        // Given
        enter(1, 1, 10);
        enter(2, 1, 12);
        enter(3, 1, 20);

        // When
        enter(4, 1, 30);

        // Then
        HospitalLedger ledger = state.of("H1");
        assertThat(ledger.closedDay()).isEqualTo(10);
        assertThat(ledger.isClosed(10 * DAY)).isTrue();
        assertThat(ledger.isClosed(11 * DAY)).isTrue();
        assertThat(ledger.isClosed(12 * DAY)).isFalse();
    }

    @Test
    void oneHospitalsDaysCloseNoOthers() {
        // Given
        enter(1, 1, 10);
        enter(2, 1, 12);
        enter(3, 1, 20);
        enter(4, 1, 30);

        // When // Then
        assertThat(state.of("H2").isClosed(1 * DAY)).isFalse();
    }

    @Test
    void aCorrectionThatArrivedEarlierLivesAsLongAsWhatItCorrects() {
        // Given
        enter(1, 1, 20);
        enter(1, 2, 10);

        // When
        enter(2, 1, 21);
        enter(3, 1, 22);
        enter(4, 1, 23);

        // Then
        assertThat(state.of("H1").closedDay()).isEqualTo(20);
        assertThat(enter(1, 3, 23)).isEqualTo(Outcome.COUNTED);
    }

    @Test
    void aCorrectionThatArrivedEarlierIsRememberedUnderTheLaterDay() {
        // Given
        // 1 is counted on day 20 and its correction has arrived on day 12
        enter(2, 1, 12);
        enter(1, 1, 20);
        enter(1, 2, 12);

        // When
        // Day 12 is closed
        enter(3, 1, 21);
        enter(4, 1, 22);

        // Then
        assertThat(state.of("H1").closedDay()).isEqualTo(12);
        assertThat(enter(1, 2, 22)).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void aClosedDayStaysClosedWhereMoreDaysAreKeptFromNowOn() {
        // Given
        enter(1, 1, 10);
        enter(2, 1, 12);
        enter(3, 1, 20);
        enter(4, 1, 30);
        changelog.commit(state);

        // When
        LedgerState wider = changelog.restore(fresh(9));

        // Then
        assertThat(wider.of("H1").isClosed(10 * DAY)).isTrue();
        assertThat(wider.of("H1").isClosed(11 * DAY)).isFalse();
    }

    @Test
    void whatAClosedDayHadIsForgottenAndNothingElse() {
        // Given
        // Days 10 to 15, of which three are kept; squares, whose low bits are few, crowd the index
        for (int i = 0; i < 6_000; i++) {
            enter(i * i, 1, 10 + i / 1_000);
        }

        // When
        List<Outcome> again = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            again.add(enter(i * i, 1, 15));
        }

        // Then
        assertThat(again.subList(0, 3_000)).containsOnly(Outcome.COUNTED);
        assertThat(again.subList(3_000, 6_000)).containsOnly(Outcome.DUPLICATE);
    }

    @Test
    void aClosedDaysRowsAreDeleted() {
        // Given
        for (int i = 0; i < 400; i++) {
            enter(i, 1, 10);
        }
        changelog.commit(state);
        int before = changelog.size();

        // When
        enter(1_001, 1, 11);
        enter(1_002, 1, 12);
        enter(1_003, 1, 13);
        changelog.commit(state);

        // Then
        assertThat(before).isGreaterThan(5);
        assertThat(changelog.size()).isEqualTo(4);
    }

    @Property(tries = 200)
    void aRestoredLedgerDecidesAsTheOneThatWroteIt(
            @ForAll @Size(max = 60) List<@IntRange(max = 11) Integer> ids,
            @ForAll @Size(value = 60) List<@IntRange(min = 1, max = 4) Integer> revisions,
            @ForAll @IntRange(max = 60) int restartAt) {
        // Given
        List<String> undisturbed = decisions(ids, revisions, -1);

        // When // Then
        assertThat(decisions(ids, revisions, restartAt)).isEqualTo(undisturbed);
    }

    private List<String> decisions(List<Integer> ids, List<Integer> revisions, int restartAt) {
        state = fresh(3);
        ChangelogFixture log = new ChangelogFixture();
        List<String> decisions = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (i == restartAt) {
                state = log.restore(fresh(3));
            }
            Outcome outcome = enter(ids.get(i), revisions.get(i), i / 10);
            Answers out = change.out();
            decisions.add(outcome
                    + (out == null ? "" : " takes out " + out.place() + " " + out.measure(0) + " " + out.points(0))
                    + " closed " + state.of("H1").closedDay());
            log.commit(state);
        }
        return decisions;
    }

    private LedgerState fresh(int days) {
        return new LedgerState(new LedgerRules(days), catalogue);
    }

    /** Enters a response of {@code revision}; revision 4 stands for a withdrawal. */
    private Outcome enter(int id, int revision, long day) {
        long arrivalMs = day * DAY + 1;
        Response response = new Response();
        Response.Kind kind = revision == 4 ? Response.Kind.WITHDRAWN : Response.Kind.SUBMITTED;
        response.start(0, id, revision, kind, new Record<>(null, null, arrivalMs));
        response.answers().start(places.of("H1", id % 2 == 0 ? null : "W" + revision), arrivalMs);
        response.answers().add(catalogue.byName("fft-2020.positive"), revision * 1_000);
        return state.of("H1").enter(response, change, state);
    }
}
