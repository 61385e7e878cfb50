package heed.monitoring.page.access;

import heed.monitoring.access.SecondStep;
import heed.monitoring.access.Sessions;
import heed.monitoring.access.SignIn;
import heed.monitoring.page.access.AccessPage.Words;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.AuditKind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the second step of signing in: a code, from a browser that the right password was typed in. */
final class CodeRoutes implements Routes {

    static final String CODE = "/sign-in/code";

    private static final String COOKIE = "heed-second-step";

    private final SecondStep step;
    private final Admitting admitting;
    private final ViewedModels models;

    /** Begins the session of somebody who took both steps. */
    interface Admitting {

        /** Lets somebody in who showed then who they are and leads them on, or says why that can't be. */
        void letIn(Context ctx, String name, String to, Instant shown) throws InterruptedException;
    }

    CodeRoutes(SecondStep step, Admitting admitting, ViewedModels models) {
        this.step = step;
        this.admitting = admitting;
        this.models = models;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(CODE, this::ask, Rule.anybody());
        routes.post(CODE, this::take, Rule.anybody());
    }

    /** Asks somebody for a code whose password was right. */
    void begin(Context ctx, String name, String to) {
        give(ctx, step.ticket(name, to), (int) SecondStep.TICKET_LASTS.toSeconds());
        Leading.go(ctx, CODE);
    }

    private void ask(Context ctx) {
        if (step.isGood(ticket(ctx))) {
            SignInRoutes.send(ctx, CodePage.write(List.of()));
        } else {
            Leading.go(ctx, Leading.SIGN_IN);
        }
    }

    private void take(Context ctx) throws InterruptedException {
        Optional<Map<String, String>> fields = FormSent.fields(ctx);
        if (fields.isEmpty()) {
            over(ctx, HttpStatus.FORBIDDEN, SignInPage.ELSEWHERE);
            return;
        }
        try {
            SecondStep.Result result =
                    step.finish(FarClient.of(ctx), ticket(ctx), fields.get().getOrDefault(CodePage.CODE, ""));
            answer(ctx, result);
        } catch (Sessions.NotKeptException e) {
            again(ctx, HttpStatus.SERVICE_UNAVAILABLE, SignInPage.AWAY);
        }
    }

    private void answer(Context ctx, SecondStep.Result result) throws InterruptedException {
        Optional<String> who = result.name();
        switch (result.outcome()) {
            case LET_IN -> letIn(ctx, who.orElseThrow(), result);
            case LET_IN_BY_RECOVERY_CODE -> {
                models.note(AuditKind.RECOVERY_CODE_USED, ctx, who);
                letIn(ctx, who.orElseThrow(), result);
            }
            case REFUSED -> {
                models.note(AuditKind.CODE_REFUSED, ctx, who);
                again(ctx, HttpStatus.UNPROCESSABLE_CONTENT, CodePage.REFUSED);
            }
            case SLOWED -> {
                models.note(AuditKind.SIGN_IN_SLOWED, ctx, who);
                ctx.header("Retry-After", Long.toString(SignIn.longestWait().toSeconds()));
                again(ctx, HttpStatus.TOO_MANY_REQUESTS, SignInPage.SLOWED);
            }
            case OVER -> over(ctx, HttpStatus.UNPROCESSABLE_CONTENT, CodePage.OVER);
        }
    }

    private void letIn(Context ctx, String name, SecondStep.Result result) throws InterruptedException {
        models.note(AuditKind.SIGNED_IN, ctx, Optional.of(name));
        give(ctx, "", 0);
        admitting.letIn(ctx, name, result.to(), result.shown());
    }

    private static void again(Context ctx, HttpStatus status, Words problem) {
        ctx.status(status);
        SignInRoutes.send(ctx, CodePage.write(List.of(problem)));
    }

    private static void over(Context ctx, HttpStatus status, Words problem) {
        ctx.status(status);
        SignInRoutes.send(ctx, SignInPage.write(Leading.HOME, "", List.of(problem)));
    }

    private static String ticket(Context ctx) {
        return Optional.ofNullable(ctx.cookie(COOKIE)).orElse("");
    }

    /** Only the pages of signing in are shown it, and only from a page of ours. */
    private static void give(Context ctx, String ticket, int seconds) {
        ctx.cookie(new Cookie(COOKIE, ticket, Leading.SIGN_IN, seconds, true, true, null, SameSite.STRICT));
    }
}
