package heed.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.explain.SampleDrops;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    @Test
    void anAlarmThatIsToldAgainLaterIsTheSameTurnAndALargerClassIsAnother() {
        // Given
        Drop opened = SampleDrops.full().build();
        Drop again = SampleDrops.full().setAsOf(NOON).build();
        Drop escalated = SampleDrops.full().setPhase(DropPhase.ESCALATED).build();
        Drop larger = SampleDrops.full()
                .setPhase(DropPhase.ESCALATED)
                .setSeverity(Severity.SEVERE)
                .build();

        // When
        List<String> turns =
                List.of(Evidence.turn(opened), Evidence.turn(again), Evidence.turn(escalated), Evidence.turn(larger));

        // Then
        assertThat(turns.get(0)).isEqualTo(turns.get(1));
        assertThat(turns.subList(1, 4)).doesNotHaveDuplicates();
    }

    @Test
    void aRevisionIsATurnOfItsOwnEachTime() {
        // Given
        Drop first = revised(true).build();
        Drop later = revised(true).setAsOf(NOON).build();

        // When
        List<String> turns = List.of(Evidence.turn(first), Evidence.turn(first), Evidence.turn(later));

        // Then
        assertThat(turns.get(0)).isEqualTo(turns.get(1)).isNotEqualTo(turns.get(2));
    }

    @Test
    void aRevisionThatSaysWhatWasSaidBeforeIsFound() {
        // Given
        List<Drop> changing = List.of(
                SampleDrops.full().build(),
                revised(false).build(),
                revised(true).build());
        List<Drop> repeating = List.of(
                SampleDrops.full().build(),
                revised(false).build(),
                revised(false).setAsOf(NOON).build());

        // When
        List<String> ofChanging = Evidence.unchanged(changing);
        List<String> ofRepeating = Evidence.unchanged(repeating);

        // Then
        assertThat(ofChanging).isEmpty();
        assertThat(ofRepeating)
                .containsExactly(
                        "drop 3f2a9c1e-7b54-3d0c-9a86-0c1d2e3f4a5b is revised at " + NOON + ", and nothing changed");
    }

    private static Drop.Builder revised(boolean raisedToday) {
        return SampleDrops.full().setPhase(DropPhase.REVISED).setRaisedToday(raisedToday);
    }
}
