package heed.connectors.intake;

import heed.connectors.form.CommentBox;
import heed.connectors.form.FormLink;
import heed.connectors.form.FormView;
import heed.connectors.form.Forms;
import heed.connectors.json.JsonPath;
import heed.connectors.submission.Problems;
import heed.connectors.submission.Submission;
import heed.connectors.submission.SubmissionReader;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.http.BodyReader;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves the form: {@code GET} and {@code POST /form/LINK}. No key is asked for, since nobody can make a link without
 * that of {@link heed.connectors.form.FormLinks}.
 */
final class FormEndpoint {

    static final String FORM = "/form";

    private static final String STYLES = "/form.css";

    private final Forms forms;
    private final RequestAdmission admission;
    private final BodyReader bodies;
    private final SubmissionReader submissions;
    private final Questionnaires questionnaires;
    private final HospitalDirectory hospitals;
    private final Recorder recorder;
    private final IntakeObserver observer;
    private final Clock clock;
    private final Supplier<UUID> newSheets;
    private final UsedLinks used = new UsedLinks();

    FormEndpoint(
            Forms forms,
            IntakeParts parts,
            RequestAdmission admission,
            BodyReader bodies,
            SubmissionReader submissions,
            Recorder recorder) {
        this.forms = forms;
        this.admission = admission;
        this.bodies = bodies;
        this.submissions = submissions;
        this.questionnaires = parts.questionnaires();
        this.hospitals = parts.hospitals();
        this.recorder = recorder;
        this.observer = parts.observer();
        this.clock = parts.clock();
        this.newSheets = parts.newIds();
    }

    void addTo(RoutesConfig routes) {
        routes.get(FORM + "/{link}", this::show);
        routes.post(FORM + "/{link}", this::take);
        routes.get(FORM + "/{link}/thanks", this::thank);
        routes.get(STYLES, ctx -> {
            PageHeaders.add(ctx);
            ctx.contentType("text/css; charset=utf-8").result(forms.pages().styles());
        });
    }

    private void show(Context ctx) {
        admission.work(ctx, () -> view(ctx)
                .ifPresentOrElse(
                        view -> answer(ctx, 200, isUsed(view) ? view.with(FormView.State.USED) : view),
                        () -> refuse(ctx)));
    }

    private void thank(Context ctx) {
        admission.work(ctx, () -> view(ctx)
                .ifPresentOrElse(view -> answer(ctx, 200, view.with(FormView.State.TAKEN)), () -> refuse(ctx)));
    }

    private void take(Context ctx) {
        admission.ask(ctx);
        Optional<FormView> view = view(ctx);
        if (view.isEmpty() || !MediaTypes.isForm(ctx)) {
            refuse(ctx);
            return;
        }
        ctx.future(() -> bodies.read(ctx.req())
                .thenAccept(body -> admission.work(ctx, () -> take(ctx, view.get(), body)))
                .exceptionally(failure -> refuse(ctx, failure)));
    }

    private void take(Context ctx, FormView view, byte[] body) throws InterruptedException {
        if (isUsed(view)) {
            answer(ctx, 200, view.with(FormView.State.USED));
            return;
        }
        FormSheet sheet = FormSheet.read(body, view);
        if (sheet.answers().isEmpty()) {
            observer.refused(400);
            answer(ctx, 400, sheet.again(view, FormView.State.EMPTY));
            return;
        }
        Instant arrival = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var problems = new Problems();
        Optional<Submission> submitted = submissions.read(
                JsonPath.ROOT,
                sheet.submitted(view.link(), view.questionnaire(), view.language(), arrival),
                arrival,
                problems);
        if (submitted.isEmpty()) {
            // A hospital that may not send any more, or a questionnaire that was changed since.
            refuse(ctx);
            return;
        }
        if (submitted.get().words().refusal().isPresent()) {
            observer.refused(400);
            answer(ctx, 400, sheet.again(view, FormView.State.WORDS));
            return;
        }
        if (recorder.record(List.of(submitted.get()), arrival) == Recorder.Outcome.UNCERTAIN) {
            observer.refused(503);
            answer(ctx, 503, sheet.again(view, FormView.State.NOT_NOW));
            return;
        }
        used.add(view.link());
        observer.accepted(1);
        PageHeaders.add(ctx);
        ctx.status(303).header("Location", view.address() + "/thanks" + query(view.language()));
    }

    private boolean isUsed(FormView view) {
        return used.has(view.link());
    }

    private static String query(String language) {
        return language.equals(Questionnaire.OWN_LANGUAGE) ? "" : "?lang=" + language;
    }

    /** Returns a fresh page; nothing where the link is none, or no longer, or its questionnaire is not there. */
    private Optional<FormView> view(Context ctx) {
        String token = ctx.pathParam("link");
        Optional<FormLink> link = forms.links().read(token).filter(each -> !each.until()
                .isBefore(clock.instant().atZone(ZoneOffset.UTC).toLocalDate()));
        return link.flatMap(each -> questionnaires
                .byId(each.questionnaire())
                .map(asked -> new FormView(
                        FORM + "/" + token,
                        each,
                        place(each),
                        asked,
                        asked.in(Optional.ofNullable(ctx.queryParam("lang")).orElse(""))
                                .language(),
                        newSheets.get().toString(),
                        box(asked),
                        Map.of(),
                        FormView.State.FRESH)));
    }

    private Optional<CommentBox> box(Questionnaire asked) {
        OptionalInt longest = forms.longestComment();
        return asked.comment().isPresent() && longest.isPresent()
                ? Optional.of(new CommentBox(longest.getAsInt(), ""))
                : Optional.empty();
    }

    private String place(FormLink link) {
        String hospital = hospitals.byCode(link.hospital()).name();
        return link.unit().map(unit -> hospital + ", " + unit).orElse(hospital);
    }

    private void answer(Context ctx, int status, FormView view) {
        PageHeaders.add(ctx);
        ctx.status(status)
                .contentType("text/html; charset=utf-8")
                .result(forms.pages().page(view));
    }

    private void refuse(Context ctx) {
        observer.refused(404);
        PageHeaders.add(ctx);
        ctx.status(404)
                .contentType("text/html; charset=utf-8")
                .result(forms.pages().withoutLink());
    }

    private @Nullable Void refuse(Context ctx, Throwable failure) {
        HttpReplies.refusedBody(ctx, observer, failure);
        return null;
    }
}
