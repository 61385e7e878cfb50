package heed.topology.score;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.topology.ReachedObjects;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Places;
import heed.topology.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

/** What waits takes bounded room, and gives it back. */
class WaitingChangesTest {

    private final MeasureCatalogue catalogue = new MeasureCatalogue(Questionnaires.shipped());
    private final Places places = new Places(HospitalDirectory.empty());
    private final ScoreState state = new ScoreState(
            new ScoreRules(new Minimums(1, 1), Duration.ofDays(3), Duration.ofHours(1), Window.DAY), places, catalogue);

    @Test
    void letsNoMoreThanFiftyThousandChangesWait() {
        // Given
        Change change = change("H1", 3);

        // When
        List<Integer> said = new ArrayList<>();
        for (int i = 1; i <= 50_000; i++) {
            state.applyWithCommit(change);
            if (i >= 49_999) {
                said.add(panesToSay());
            }
        }

        // Then
        assertThat(said).containsExactly(0, 4);
    }

    @Test
    void letsFewerWaitWhereEachHasManyMeasures() throws ReflectiveOperationException {
        // Given
        Change change = change("H1", 50);

        // When
        List<Integer> said = new ArrayList<>();
        for (int i = 1; i <= 10_000; i++) {
            state.applyWithCommit(change);
            if (i >= 9_999) {
                said.add(panesToSay());
            }
        }

        // Then
        assertThat(said).containsExactly(0, 4);
        assertThat(changesHeld()).isZero();
    }

    @Test
    void holdsOnToNoMoreThanAThousandChangesOnceABacklogOfManyHospitalsIsOver() throws ReflectiveOperationException {
        // Given
        for (int i = 0; i < 6_000; i++) {
            state.applyWithCommit(change("H" + i % 2_000, 1));
        }
        state.applyWaiting();
        int inTheBacklog = changesHeld();

        // When
        state.apply(change("H1", 1));
        int afterIt = changesHeld();

        // Then
        assertThat(inTheBacklog).isEqualTo(6_000);
        assertThat(afterIt).isEqualTo(1_000);
    }

    private int changesHeld() throws ReflectiveOperationException {
        return (int) ReachedObjects.of(List.of(state)).stream()
                .filter(PaneChange.class::isInstance)
                .count();
    }

    private int panesToSay() {
        List<PaneRow> panes = new ArrayList<>();
        state.forEachChanged(panes::add);
        return panes.size();
    }

    private Change change(String hospital, int measures) {
        Response response = new Response();
        response.start(0, 1, 1, Response.Kind.SUBMITTED, new Record<>(new byte[0], new byte[0], 0));
        response.answers().start(places.of(hospital, null), 0);
        for (int i = 0; i < measures; i++) {
            response.answers().add(catalogue.byName("wide-1.measure-" + i), 10_000);
        }
        Change change = new Change();
        change.start(response);
        change.putIn(response.answers());
        return change;
    }
}
