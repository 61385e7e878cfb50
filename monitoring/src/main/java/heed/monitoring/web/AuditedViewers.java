package heed.monitoring.web;

import heed.monitoring.access.Audit;
import heed.monitoring.access.SignedIn;
import heed.monitoring.readmodel.Viewer;
import heed.schemas.AuditKind;
import heed.schemas.Drop;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers requests as others do, and has an audit say what whoever is known asked for. */
public final class AuditedViewers implements Viewers {

    private final Viewers viewers;
    private final Audit audit;

    /** Takes who says whose a request is, and what keeps account of it. */
    public AuditedViewers(Viewers viewers, Audit audit) {
        this.viewers = viewers;
        this.audit = audit;
    }

    @Override
    public Viewer of(Context request) {
        return viewers.of(request);
    }

    @Override
    public Optional<SignedIn> person(Context request) {
        return viewers.person(request);
    }

    @Override
    public Optional<List<String>> whoSee(Drop drop) {
        return viewers.whoSee(drop);
    }

    @Override
    public Optional<String> who(Context request) {
        return viewers.who(request);
    }

    @Override
    public Duration pause(Context request) {
        return viewers.pause(request);
    }

    @Override
    public void used(Context request) {
        viewers.used(request);
    }

    @Override
    public void note(AuditKind kind, Context request, AskedAddress address) {
        Optional<String> who = who(request);
        if (who.isPresent() && kind == AuditKind.DENIED) {
            audit.noteDenied(
                    person(request).map(each -> each.session().getSessionId()).orElse(""),
                    new Audit.Happened(kind, who.get(), address.pattern(), address.hospital(), request.ip()));
        } else if (who.isPresent()) {
            note(kind, request, who.get(), address.pattern(), address.hospital());
        }
    }

    @Override
    public void note(AuditKind kind, Context request, Optional<String> who) {
        note(kind, request, who.orElse(null), null, null);
    }

    @Override
    public void noteChange(AuditKind kind, Context request, String about) {
        note(kind, request, who(request).orElse(null), about, null);
    }

    private void note(
            AuditKind kind, Context request, @Nullable String who, @Nullable String about, @Nullable String hospital) {
        audit.note(new Audit.Happened(kind, who, about, hospital, request.ip()));
    }
}
