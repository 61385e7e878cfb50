package heed.monitoring.readmodel;

import static heed.monitoring.ActionFixture.anAct;
import static heed.monitoring.DropFixture.aDrop;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the read model holds of acts. */
class ActionsTest {

    private static final Drop DROP = aDrop().open();

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

    private List<Action> actions() {
        model.publish();
        return model.snapshot().part(Actions.class).about(DROP).orElseThrow().actions();
    }

    @Test
    void tellsTheActsOfADropOldestFirstWhicheverIsReadFirst() {
        // Given
        Action first = anAct(ActionKind.ACKNOWLEDGED).number(1).build();
        Action second =
                anAct(ActionKind.NOTED).number(2).saying("Short of staff.").build();

        // When
        model.put(second);
        model.put(DROP);
        model.put(first);

        // Then
        assertThat(actions()).containsExactly(first, second);
    }

    @Test
    void countsAnActOnceAndPublishesIt() {
        // Given
        model.put(DROP);
        model.publish();
        String before = model.snapshot().version();
        Action act = anAct(ActionKind.ACKNOWLEDGED).number(1).build();

        // When
        model.put(act);
        model.put(anAct(ActionKind.ACKNOWLEDGED)
                .number(1)
                .at(Instant.parse("2026-02-26T09:00:00Z"))
                .build());

        // Then
        assertThat(actions()).containsExactly(act);
        assertThat(model.snapshot().version()).isNotEqualTo(before);
        assertThat(model.snapshot().asOf()).isEqualTo(DROP.getAsOf());
    }

    @Test
    void keepsTheNewestHundredOfADrop() {
        // Given
        model.put(DROP);

        // When
        for (int number = 101; number >= 1; number--) {
            model.put(anAct(ActionKind.NOTED).number(number).build());
        }

        // Then
        assertThat(actions()).hasSize(100);
        assertThat(actions().get(0)).isEqualTo(anAct(ActionKind.NOTED).number(2).build());
    }

    @Test
    void takesAnActWithoutADropForOneAboutTheLine() {
        // Given
        model.put(DROP);
        Action after = anAct(ActionKind.REBASELINED).number(1).about(null).build();

        // When
        model.put(after);
        model.put(anAct(ActionKind.REBASELINED)
                .number(2)
                .about(null)
                .at(DROP.getOpenedAt().minusMillis(1))
                .build());
        model.put(anAct(ActionKind.REBASELINED)
                .number(3)
                .about(null)
                .with(act -> act.setUnit("W2"))
                .build());

        // Then
        assertThat(actions()).containsExactly(after);
    }

    @Test
    void leavesOutAnActOfAnotherHospital() {
        // Given
        model.put(DROP);

        // When
        model.put(anAct(ActionKind.NOTED).with(act -> act.setHospital("H2")).build());

        // Then
        assertThat(actions()).isEmpty();
    }

    @Test
    void forgetsActionsOnARestart() {
        // Given
        model.put(DROP);
        model.put(anAct(ActionKind.NOTED).build());

        // When
        model.restart();
        model.put(DROP);

        // Then
        assertThat(actions()).isEmpty();
    }

    @Test
    void showsTheActsOfHospitalsThatAViewerSees() {
        // Given
        Drop other = aDrop().id("another").at("H2").open();
        Action theirs = anAct(ActionKind.NOTED)
                .number(2)
                .about("another")
                .with(act -> act.setHospital("H2"))
                .build();
        model.put(DROP);
        model.put(other);
        model.put(anAct(ActionKind.NOTED).build());
        model.put(anAct(ActionKind.REBASELINED).about(null).build());
        model.put(theirs);

        // When
        model.publish();
        Snapshot seen =
                model.seenBy(Viewer.of(Rights.of(Role.LEAD, Scope.of("H2")))).snapshot();

        // Then
        assertThat(seen.part(Actions.class).about(other)).contains(new Handling(List.of(theirs)));
        assertThat(seen.part(Actions.class).about(DROP)).contains(new Handling(List.of()));
    }

    @Test
    void publishesNothingOfWhatStaffDo() {
        // Given
        ReadModel published = new ReadModel(Clock.systemUTC(), Disclosure.to(Audience.PUBLISHED, new Minimums(5, 10)));
        published.put(DROP);

        // When
        published.put(anAct(ActionKind.NOTED).saying("Short of staff.").build());
        published.publish();

        // Then
        assertThat(published.snapshot().part(Drops.class).byId()).hasSize(1);
        assertThat(published.snapshot().part(Actions.class))
                .isEqualTo(new Actions(published.disclosure(), Map.of(), Map.of(), Map.of()));
        assertThat(published.snapshot().part(Actions.class).about(DROP)).isEmpty();
    }

    @Test
    void keepsActsAboutTheUnknownWithinBoundsAndAllAboutTheKnown() {
        // Given
        KeptActions<String> shelf = new KeptActions<>(Comparator.comparing(Action::getAt));
        Action act = anAct(ActionKind.NOTED).build();
        Set<String> known = new HashSet<>();
        for (int drop = 0; drop < 10; drop++) {
            known.add("drop " + drop);
        }

        // When
        for (int drop = 0; drop <= 2 * KeptActions.WAITING; drop++) {
            shelf.put("drop " + drop, act, () -> known);
        }

        // Then
        assertThat(shelf.freeze()).hasSize(KeptActions.WAITING + 10);
        assertThat(shelf.freeze().get("drop 0")).containsExactly(act);
        assertThat(shelf.freeze()).doesNotContainKey("drop 10");
        assertThat(shelf.freeze().get("drop " + 2 * KeptActions.WAITING)).containsExactly(act);
    }
}
