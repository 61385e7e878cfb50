package heed.monitoring.web;

import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.ViewedModel;
import heed.schemas.disclosure.Disclosure;
import io.javalin.http.Context;

/**
 * Hands each request the figures as its viewer sees them. Whoever answers requests holds this, never the
 * {@link ReadModel}: there is no figure without a request, and no request without a viewer.
 */
public final class ViewedModels {

    private final ReadModel model;
    private final Viewers viewers;

    /** Takes all the figures, and what says whose a request is. */
    public ViewedModels(ReadModel model, Viewers viewers) {
        this.model = model;
        this.viewers = viewers;
    }

    /** Returns the figures for whoever sends {@code request}. */
    public ViewedModel of(Context request) {
        return model.seenBy(viewers.of(request));
    }

    /** Tells whether whoever sends {@code request} may use an address of that rule. */
    boolean permits(Rule rule, Context request) {
        return rule.permits(viewers.of(request));
    }

    /** Returns who reads, and from how many answers on they are shown figures: the same for every viewer. */
    public Disclosure disclosure() {
        return model.disclosure();
    }
}
