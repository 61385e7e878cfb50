package heed.monitoring.readmodel;

import static heed.monitoring.ActionFixture.anAct;
import static heed.schemas.ActionKind.ACKNOWLEDGED;
import static heed.schemas.ActionKind.ASSIGNED;
import static heed.schemas.ActionKind.NOTED;
import static heed.schemas.ActionKind.REBASELINED;
import static heed.schemas.ActionKind.RESOLVED;
import static heed.schemas.ActionKind.UNSTATED;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Action;
import heed.schemas.ActionKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlingTest {

    private static Handling of(ActionKind... kinds) {
        List<Action> acts = new ArrayList<>();
        for (ActionKind kind : kinds) {
            acts.add(anAct(kind).number(acts.size()).build());
        }
        return new Handling(acts);
    }

    @Test
    void isNewUntilSomebodyTakesItUp() {
        // When // Then
        assertThat(of().stage()).isEqualTo(Handling.Stage.NEW);
        assertThat(of(NOTED, REBASELINED, UNSTATED).stage()).isEqualTo(Handling.Stage.NEW);
        assertThat(of(NOTED, ACKNOWLEDGED).stage()).isEqualTo(Handling.Stage.ACKNOWLEDGED);
    }

    @Test
    void staysAssignedWhereSomebodyTakesNoteLater() {
        // When
        Handling handling = of(ASSIGNED, ASSIGNED, ACKNOWLEDGED, NOTED);

        // Then
        assertThat(handling.stage()).isEqualTo(Handling.Stage.ASSIGNED);
        assertThat(handling.decisive()).contains(handling.actions().get(1));
    }

    @Test
    void isResolvedUntilSomebodyTakesItUpAgain() {
        // When // Then
        assertThat(of(ASSIGNED, RESOLVED, NOTED).stage()).isEqualTo(Handling.Stage.RESOLVED);
        assertThat(of(ASSIGNED, RESOLVED, ACKNOWLEDGED).stage()).isEqualTo(Handling.Stage.ACKNOWLEDGED);
        assertThat(of(RESOLVED, ASSIGNED).stage()).isEqualTo(Handling.Stage.ASSIGNED);
    }
}
