package heed.monitoring.readmodel;

import heed.schemas.Audience;
import heed.schemas.access.Right;
import org.jspecify.annotations.Nullable;

/** The viewers for whom nothing has to be judged. */
enum Unbounded implements Viewer {
    EVERYTHING,
    NOTHING,
    WITHOUT_RIGHTS;

    @Override
    public boolean seesAll() {
        return this == EVERYTHING;
    }

    @Override
    public boolean sees(String hospital) {
        return this == EVERYTHING;
    }

    @Override
    public boolean sees(String hospital, @Nullable String unit) {
        return this == EVERYTHING;
    }

    @Override
    public boolean may(Right right) {
        // Where nobody has to say who they are there is nobody to administer.
        return this == EVERYTHING && right != Right.ADMINISTRATION;
    }

    @Override
    public boolean isTold(Audience level) {
        return this == EVERYTHING;
    }

    @Override
    public Snapshot view(Snapshot all) {
        return this == EVERYTHING ? all : all.seenBy(this);
    }
}
