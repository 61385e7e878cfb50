package heed.monitoring.readmodel;

import heed.schemas.Audience;
import heed.schemas.access.Right;
import heed.schemas.access.Rights;
import heed.schemas.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Sees what some rights let it see. Without the right to figures there is nothing of them but which hospitals are heard
 * of, and only for whoever watches over the pipeline.
 */
record RightfulViewer(Rights rights) implements Viewer {

    @Override
    public boolean seesAll() {
        return rights.scope().equals(Scope.EVERYWHERE);
    }

    @Override
    public boolean sees(String hospital) {
        return rights.sees(hospital);
    }

    @Override
    public boolean sees(String hospital, @Nullable String unit) {
        return rights.sees(hospital, unit);
    }

    @Override
    public boolean may(Right right) {
        return rights.may(right);
    }

    @Override
    public boolean isTold(Audience level) {
        return rights.isTold(level);
    }

    @Override
    public Snapshot view(Snapshot all) {
        if (may(Right.FIGURES)) {
            return all.seenBy(this);
        }
        return may(Right.PIPELINE) ? all.heardBy(this) : all.seenBy(Viewer.nobody());
    }
}
