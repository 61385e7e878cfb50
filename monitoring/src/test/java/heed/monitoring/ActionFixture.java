package heed.monitoring;

import heed.schemas.Action;
import heed.schemas.ActionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Builds acts about {@link DropFixture}'s drop that say only what a test is about. */
public final class ActionFixture {

    private final Action.Builder action = Action.newBuilder()
            .setActionId("4f0c6c1e-0000-4000-8000-000000000001")
            .setHospital("H1")
            .setMeasure("fft-2020.positive")
            .setDropId("0b5a3b5e-6f3f-5d0c-9d0a-111111111111")
            .setWho("Sister Evans")
            .setAt(Instant.parse("2026-02-25T09:00:00Z"));

    public static ActionFixture anAct(ActionKind kind) {
        var fixture = new ActionFixture();
        fixture.action.setKind(kind);
        return fixture;
    }

    /** Sets a short id, and a time that follows from it: acts of higher numbers are later. */
    public ActionFixture number(int number) {
        action.setActionId("4f0c6c1e-0000-4000-8000-%012d".formatted(number));
        return at(Instant.parse("2026-02-25T09:00:00Z").plusSeconds(number));
    }

    /** Builds a note of a day on the charts of H1, all measures. */
    public static ActionFixture aNote(String day, String text) {
        return anAct(ActionKind.DAY_NOTED).about(null).saying(text).with(note -> note.setMeasure(null)
                .setDay(Math.toIntExact(LocalDate.parse(day).toEpochDay())));
    }

    public ActionFixture at(Instant at) {
        action.setAt(at);
        return this;
    }

    public ActionFixture who(String who) {
        action.setWho(who);
        return this;
    }

    public ActionFixture saying(String text) {
        action.setText(text);
        return this;
    }

    public ActionFixture to(String assignee) {
        action.setAssignee(assignee);
        return this;
    }

    public ActionFixture about(String drop) {
        action.setDropId(drop);
        return this;
    }

    /** Lets a test say what this builder has no word for. */
    public ActionFixture with(Consumer<Action.Builder> change) {
        change.accept(action);
        return this;
    }

    public Action build() {
        return action.build();
    }
}
