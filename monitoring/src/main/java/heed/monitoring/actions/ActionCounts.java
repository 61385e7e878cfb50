package heed.monitoring.actions;

import heed.schemas.ActionKind;

/** Counts what became of actions. */
@FunctionalInterface
public interface ActionCounts {

    /** What became of an action. */
    enum Outcome {
        /** The log has it. */
        RECORDED,
        /** The log did not take it, or did not say so in time. */
        NOT_WRITTEN,
        /** Too many others were being written, so it was not tried. */
        TURNED_AWAY
    }

    /** Counts one action, each time that it is sent. */
    void count(ActionKind kind, Outcome outcome);
}
