package heed.monitoring.readmodel;

import static heed.monitoring.ActionFixture.aNote;
import static heed.monitoring.ActionFixture.anAct;
import static heed.monitoring.DropFixture.aDrop;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.Audience;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.key.PlaceKey;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the read model holds of the days that staff noted. */
class KeptNotesTest {

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

    private List<Action> notes() {
        model.publish();
        return model.snapshot().part(Actions.class).notes("H1");
    }

    private static Action removal(Action note, @Nullable String unit) {
        return anAct(ActionKind.NOTE_REMOVED)
                .number(900)
                .with(act -> act.setDropId(null).setUnit(unit).setRemoves(note.getActionId()))
                .build();
    }

    @Test
    void tellsNotesByTheirDaysAndNotAmongTheActsOfADrop() {
        // Given
        Action later = aNote("2026-02-20", "New rota").number(1).build();
        Action earlier = aNote("2026-02-10", "Ward moved")
                .number(2)
                .with(note -> note.setMeasure("fft-2020.positive"))
                .build();

        // When
        model.put(aDrop().open());
        model.put(later);
        model.put(earlier);

        // Then
        assertThat(notes()).containsExactly(earlier, later);
        assertThat(model.snapshot()
                        .part(Actions.class)
                        .about(aDrop().open())
                        .orElseThrow()
                        .actions())
                .isEmpty();
    }

    @Test
    void doesNotTellWhatWasTakenAwayEvenIfItIsSentAgain() {
        // Given
        Action note = aNote("2026-02-20", "New rota").build();
        model.put(note);
        int before = notes().size();

        // When
        model.put(removal(note, null));
        model.put(note);

        // Then
        assertThat(before).isEqualTo(1);
        assertThat(notes()).isEmpty();
    }

    @Test
    void takesNothingAwayFromAnotherPlace() {
        // Given
        Action note = aNote("2026-02-20", "New rota").build();
        model.put(note);

        // When
        model.put(removal(note, "W1"));

        // Then
        assertThat(notes()).containsExactly(note);
    }

    @Test
    void keepsTheNewestOfEachPlace() {
        // Given
        Action wards = aNote("2026-02-20", "Ours")
                .number(5_000)
                .with(note -> note.setUnit("W1"))
                .build();
        model.put(wards);

        // When
        for (int number = 1; number <= KeptNotes.KEPT + 1; number++) {
            model.put(aNote("2026-02-21", "Theirs").number(number).build());
        }

        // Then
        assertThat(notes()).hasSize(KeptNotes.KEPT + 1).contains(wards);
        assertThat(notes())
                .contains(aNote("2026-02-21", "Theirs").number(2).build())
                .doesNotContain(aNote("2026-02-21", "Theirs").number(1).build());
    }

    @Test
    void tellsWhoeverSeesAWardAloneOfItsNotesAlone() {
        // Given
        Action own = aNote("2026-02-20", "Ours")
                .number(1)
                .with(note -> note.setUnit("W1"))
                .build();
        model.put(own);
        model.put(aNote("2026-02-21", "Of the whole hospital").number(2).build());
        model.put(aNote("2026-02-22", "Of another ward")
                .number(3)
                .with(note -> note.setUnit("W2"))
                .build());
        model.publish();
        Viewer ward = Viewer.of(Rights.of(Role.LEAD, Scope.of(Set.of(new PlaceKey("H1", "W1")))));

        // When
        List<Action> seen = model.seenBy(ward).snapshot().part(Actions.class).notes("H1");

        // Then
        assertThat(seen).containsExactly(own);
    }

    @Test
    void publishesNone() {
        // Given
        ReadModel published = new ReadModel(Clock.systemUTC(), Disclosure.to(Audience.PUBLISHED, new Minimums(5, 10)));

        // When
        published.put(aNote("2026-02-20", "New rota").build());
        published.publish();

        // Then
        assertThat(published.snapshot().part(Actions.class).notes("H1")).isEmpty();
        assertThat(published.snapshot().part(Actions.class).areTold()).isFalse();
    }
}
