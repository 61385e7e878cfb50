package heed.monitoring.web;

import heed.monitoring.access.SignedIn;
import heed.monitoring.readmodel.HeldComments;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.SeenComments;
import heed.monitoring.readmodel.ViewedModel;
import heed.monitoring.readmodel.Viewer;
import heed.schemas.AuditKind;
import heed.schemas.Drop;
import heed.schemas.access.Right;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.http.ClientAddress;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Hands each request the figures as its viewer sees them. Whoever answers requests holds this, never the
 * {@link ReadModel}: there is no figure without a request, and no request without a viewer.
 */
public final class ViewedModels {

    private final ReadModel model;
    private final Viewers viewers;
    private final Optional<Supplier<HeldComments>> comments;

    /** Takes all the figures, and what says whose a request is. */
    public ViewedModels(ReadModel model, Viewers viewers) {
        this(model, viewers, Optional.empty());
    }

    /** Takes also what patients wrote, where it is shown. */
    public ViewedModels(ReadModel model, Viewers viewers, Optional<Supplier<HeldComments>> comments) {
        this.model = model;
        this.viewers = viewers;
        this.comments = comments.filter(shown -> model.disclosure().takesArrivals());
    }

    /** Returns what whoever sends {@code request} may read of what patients wrote. */
    public SeenComments comments(Context request) {
        return comments.map(all -> model.comments(all.get(), viewers.of(request)))
                .orElse(SeenComments.NONE);
    }

    /**
     * Returns the same for a page at {@code pattern} that is not of comments alone, so that what it tells of them is
     * kept account of as reading them.
     */
    public SeenComments commentsBeside(String pattern, Context request) {
        if (may(Right.COMMENTS, request)) {
            note(AuditKind.COMMENTS_READ, request, AskedAddress.at(pattern, request.path()));
        }
        return comments(request);
    }

    /** Tells whether whoever sends {@code request} has a right at all; that to comments only where they are shown. */
    public boolean may(Right right, Context request) {
        return (right != Right.COMMENTS || comments.isPresent())
                && viewers.of(request).may(right);
    }

    /** Returns the figures for whoever sends {@code request}. */
    public ViewedModel of(Context request) {
        return model.seenBy(viewers.of(request));
    }

    /** Returns who sends {@code request}, where people have to say who they are and somebody has. */
    public Optional<SignedIn> person(Context request) {
        return viewers.person(request);
    }

    /**
     * Returns who shares what there is so much of: the person or program that sends {@code request}, and where nobody
     * has to say who they are the address that it comes from.
     */
    String client(Context request) {
        return viewers.who(request).orElseGet(() -> ClientAddress.clientOf(request.ip()));
    }

    /** Returns how others read of those who may see a drop; nothing where nobody has to say who they are. */
    public Optional<List<String>> whoSee(Drop drop) {
        return viewers.whoSee(drop);
    }

    /** Tells whether whoever sends {@code request} would first have to say who they are. */
    boolean isNobody(Context request) {
        return viewers.of(request).equals(Viewer.nobody());
    }

    /** Notes that somebody signed in or out, or tried to: {@code who} is one that there is. */
    public void note(AuditKind kind, Context request, Optional<String> who) {
        viewers.note(kind, request, who);
    }

    /** Notes that whoever is known changed an account or a key. */
    public void noteChange(AuditKind kind, Context request, String about) {
        viewers.noteChange(kind, request, about);
    }

    /** Notes that whoever is known asked for an address. */
    void note(AuditKind kind, Context request, AskedAddress address) {
        viewers.note(kind, request, address);
    }

    /** Counts a request, or returns how long whoever sends it has to wait before it is answered. */
    Duration pause(Context request) {
        return viewers.pause(request);
    }

    /** Notes that somebody asks for what they may have. */
    void used(Context request) {
        viewers.used(request);
    }

    /** Tells whether whoever sends {@code request} may use an address of that rule. */
    boolean permits(Rule rule, Context request) {
        return (comments.isPresent() || !rule.rights().contains(Right.COMMENTS)) && rule.permits(viewers.of(request));
    }

    /** Returns who reads, and from how many answers on they are shown figures: the same for every viewer. */
    public Disclosure disclosure() {
        return model.disclosure();
    }
}
