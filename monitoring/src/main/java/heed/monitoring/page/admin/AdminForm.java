package heed.monitoring.page.admin;

import heed.monitoring.access.Sessions;
import heed.monitoring.html.Html;
import heed.monitoring.page.Form;
import heed.monitoring.page.Layout;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.SeenIt;
import heed.monitoring.page.UnsealedPage;
import heed.monitoring.readmodel.ViewedModel;
import heed.monitoring.web.ViewedModels;
import heed.schemas.AuditKind;
import heed.schemas.access.Right;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.AuthorizationException;

/** Takes what administrators send, each form once, and says why where nothing is done. */
abstract class AdminForm implements Form {

    private static final String AWAY =
            "The log that keeps it does not answer. It may have been done, or not: look again in a moment.";
    private static final String FORBIDDEN = "Kafka does not allow the page to write it, so it was not done."
            + " Have whoever looks after Kafka apply what heed acls prints, or do it by command.";
    private static final String AGAIN =
            "This was sent before, and is done once. What it showed then is not shown again.";

    private static final long HAD_AGAIN_SECONDS = 10;
    private static final String LOCATION = "Location";

    private final ViewedModels models;
    private final SentForms sentForms =
            new SentForms(CompletableFuture.delayedExecutor(HAD_AGAIN_SECONDS, TimeUnit.SECONDS));

    /** Takes what keeps account of what is done. */
    AdminForm(ViewedModels models) {
        this.models = models;
    }

    @Override
    public final Right right() {
        return Right.ADMINISTRATION;
    }

    /** What was sent, by whom and from where. */
    record Sent(Context context, AdminFields fields, PageReader reader) {

        /** Returns the name of the account that sends it. */
        String by() {
            return reader.name().orElse("");
        }
    }

    /**
     * Does what was sent, and returns the page that says so; nothing where the browser is led to another.
     *
     * @throws IllegalArgumentException where it can't be done, with why
     */
    abstract Optional<Layout.Content> act(Sent sent) throws Sessions.NotKeptException, InterruptedException;

    /** Returns the page again with what is to be said, and what was typed; nothing where there is none. */
    abstract Optional<Layout.Content> again(Sent sent, Html said);

    @Override
    public final Optional<Layout.Content> take(Context context, ViewedModel model, PageReader reader)
            throws InterruptedException {
        Optional<AdminFields> fields = AdminFields.of(context);
        if (fields.isEmpty()) {
            context.status(HttpStatus.FORBIDDEN);
            return Optional.of(UnsealedPage.write());
        }
        var sent = new Sent(context, fields.get(), reader);
        Optional<SentForms.Answer> answer =
                sentForms.once(fields.get().text(SeenIt.FORM), fields.get(), () -> answer(sent));
        if (answer.isEmpty()) {
            return refuse(sent, HttpStatus.CONFLICT, AGAIN);
        }
        context.status(answer.get().status());
        answer.get().location().ifPresent(path -> lead(sent, path));
        return answer.get().page();
    }

    private SentForms.Answer answer(Sent sent) throws InterruptedException {
        Optional<Layout.Content> page = done(sent);
        Context context = sent.context();
        return new SentForms.Answer(
                context.statusCode(), page, Optional.ofNullable(context.res().getHeader(LOCATION)));
    }

    private Optional<Layout.Content> done(Sent sent) throws InterruptedException {
        try {
            return act(sent);
        } catch (IllegalArgumentException e) {
            return refuse(sent, HttpStatus.UNPROCESSABLE_CONTENT, sentence(String.valueOf(e.getMessage())));
        } catch (Sessions.NotKeptException e) {
            return refuse(sent, HttpStatus.SERVICE_UNAVAILABLE, isForbidden(e) ? FORBIDDEN : AWAY);
        }
    }

    private Optional<Layout.Content> refuse(Sent sent, HttpStatus status, String why) {
        Optional<Layout.Content> page = again(sent, AdminFields.problem(why));
        sent.context().status(page.isEmpty() ? HttpStatus.NOT_FOUND : status);
        return page;
    }

    /** Tells whether Kafka does not allow it, so that it was not done and will not be by waiting. */
    private static boolean isForbidden(Sessions.NotKeptException e) {
        return e.getCause() != null && e.getCause().getCause() instanceof AuthorizationException;
    }

    private static String sentence(String why) {
        return Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
    }

    /** What is done to an account or a key. */
    interface Doing<T> {

        T run() throws Sessions.NotKeptException, InterruptedException;
    }

    /** Does something and notes it, also where it is not known to be kept: it may be. */
    final <T> T noted(AuditKind kind, Sent sent, String about, Doing<T> doing)
            throws Sessions.NotKeptException, InterruptedException {
        T done;
        try {
            done = doing.run();
        } catch (Sessions.NotKeptException e) {
            models.noteChange(kind, sent.context(), about + (isForbidden(e) ? ", not done" : ", not known to be kept"));
            throw e;
        }
        models.noteChange(kind, sent.context(), about);
        return done;
    }

    /** Leads the browser to a page that says what was done, that a reload does not do it again. */
    static Optional<Layout.Content> lead(Sent sent, String path) {
        sent.context().header("Cache-Control", "no-store").redirect(path, HttpStatus.SEE_OTHER);
        return Optional.empty();
    }
}
