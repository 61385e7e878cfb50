package heed.monitoring.page.access;

import heed.monitoring.access.OwnSecondFactor;
import heed.monitoring.access.Passwords;
import heed.monitoring.access.SecondStep;
import heed.monitoring.access.Sessions;
import heed.monitoring.access.SignIn;
import heed.monitoring.access.SignedIn;
import heed.monitoring.page.access.AccessPage.Words;
import heed.monitoring.web.AskedLanguage;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.SessionCookie;
import heed.monitoring.web.ViewedModels;
import heed.schemas.AuditKind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs people in and out, and takes the passwords that they choose. */
public final class SignInRoutes implements Routes {

    static final String SIGN_OUT = "/sign-out";

    private final SignIn signIn;
    private final Sessions sessions;
    private final Passwords passwords;
    private final ViewedModels models;
    private final CodeRoutes code;
    private final SecondFactorRoutes secondFactor;

    /**
     * Signs people in by a password, and by a second factor where they have one.
     *
     * @param step takes the codes of those who have one
     * @param own turns it on and off
     */
    public record Parts(SignIn signIn, SecondStep step, OwnSecondFactor own, Sessions sessions, Passwords passwords) {}

    /** Takes what lets people in and knows them again, and who asks. */
    public SignInRoutes(Parts parts, ViewedModels models) {
        this.signIn = parts.signIn();
        this.sessions = parts.sessions();
        this.passwords = parts.passwords();
        this.models = models;
        this.code = new CodeRoutes(parts.step(), this::letIn, models);
        this.secondFactor = new SecondFactorRoutes(parts.own(), sessions, models);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Leading.SIGN_IN, this::ask, Rule.anybody());
        routes.post(Leading.SIGN_IN, this::signIn, Rule.anybody());
        code.addTo(routes);
        routes.get(Leading.ACCOUNT, this::account, Rule.somebody());
        routes.post(Leading.ACCOUNT, this::choose, Rule.somebody());
        secondFactor.addTo(routes);
        routes.post(SIGN_OUT, this::signOut, Rule.somebody());
    }

    private void ask(Context ctx) {
        send(ctx, SignInPage.write(Leading.to(ctx.queryParam(SignInPage.TO)), "", List.of()));
    }

    private void signIn(Context ctx) throws InterruptedException {
        Optional<Map<String, String>> fields = FormSent.fields(ctx);
        if (fields.isEmpty()) {
            ctx.status(HttpStatus.FORBIDDEN);
            send(ctx, SignInPage.write(Leading.HOME, "", List.of(SignInPage.ELSEWHERE)));
            return;
        }
        String name = fields.get().getOrDefault(SignInPage.NAME, "");
        String to = Leading.to(fields.get().get(SignInPage.TO));
        Instant asked = sessions.now();
        SignIn.Outcome outcome =
                signIn.attempt(FarClient.of(ctx), name, fields.get().getOrDefault(SignInPage.PASSWORD, ""));
        models.note(kind(outcome), ctx, signIn.known(name));
        switch (outcome) {
            case LET_IN -> letIn(ctx, SignIn.name(name), to, asked);
            case HALF_WAY -> code.begin(ctx, SignIn.name(name), to);
            case REFUSED -> again(ctx, HttpStatus.UNPROCESSABLE_CONTENT, to, name, SignInPage.REFUSED);
            case SLOWED -> {
                ctx.header("Retry-After", Long.toString(SignIn.longestWait().toSeconds()));
                again(ctx, HttpStatus.TOO_MANY_REQUESTS, to, name, SignInPage.SLOWED);
            }
        }
    }

    private static AuditKind kind(SignIn.Outcome outcome) {
        return switch (outcome) {
            case LET_IN -> AuditKind.SIGNED_IN;
            case HALF_WAY -> AuditKind.CODE_ASKED;
            case REFUSED -> AuditKind.SIGN_IN_REFUSED;
            case SLOWED -> AuditKind.SIGN_IN_SLOWED;
        };
    }

    private void letIn(Context ctx, String name, String to, Instant shown) throws InterruptedException {
        try {
            String token = sessions.begin(name, shown);
            SessionCookie.give(ctx, token);
            Leading.go(ctx, to.equals(Leading.HOME) ? home(token) : to);
        } catch (Sessions.NotKeptException e) {
            again(ctx, HttpStatus.SERVICE_UNAVAILABLE, to, name, SignInPage.AWAY);
        }
    }

    private String home(String token) {
        return sessions.of(token).map(FirstPage::of).orElse(Leading.HOME);
    }

    private static void again(Context ctx, HttpStatus status, String to, String name, Words problem) {
        ctx.status(status);
        send(ctx, SignInPage.write(to, name, List.of(problem)));
    }

    private void account(Context ctx) {
        models.person(ctx)
                .ifPresentOrElse(
                        who -> send(ctx, AccountPage.write(who, List.of())), () -> ctx.status(HttpStatus.NOT_FOUND));
    }

    private void choose(Context ctx) throws InterruptedException {
        Optional<FormSent> sent = FormSent.of(ctx, models);
        if (sent.isEmpty()) {
            return;
        }
        FormSent form = sent.get();
        SignedIn who = form.who();
        Optional<Words> problem = problem(form);
        if (problem.isPresent()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            send(ctx, AccountPage.write(who, List.of(problem.get())));
            return;
        }
        try {
            String token = sessions.choose(who, passwords.hashed(form.field(AccountPage.NEW)));
            models.note(
                    AuditKind.PASSWORD_CHOSEN, ctx, Optional.of(who.account().getName()));
            SessionCookie.give(ctx, token);
            Leading.go(ctx, home(token));
        } catch (Sessions.NotKeptException e) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
            send(ctx, AccountPage.write(who, List.of(SignInPage.AWAY)));
        }
    }

    private Optional<Words> problem(FormSent form) throws InterruptedException {
        String old = form.field(AccountPage.OLD);
        String chosen = form.field(AccountPage.NEW);
        if (!signIn.knows(form.who(), old)) {
            return Optional.of(AccountPage.NOT_YOURS);
        }
        if (chosen.equals(old)) {
            return Optional.of(AccountPage.SAME);
        }
        return Passwords.problem(chosen, form.who().account().getName())
                .map(AccountPage::of)
                .or(() -> chosen.equals(form.field(AccountPage.AGAIN))
                        ? Optional.empty()
                        : Optional.of(AccountPage.DIFFERENT));
    }

    private void signOut(Context ctx) throws InterruptedException {
        Optional<FormSent> sent = FormSent.of(ctx, models);
        if (sent.isEmpty()) {
            return;
        }
        SignedIn who = sent.get().who();
        try {
            sessions.end(who);
            models.note(AuditKind.SIGNED_OUT, ctx, Optional.of(who.account().getName()));
            SessionCookie.take(ctx);
            Leading.go(ctx, Leading.SIGN_IN);
        } catch (Sessions.NotKeptException e) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
            send(ctx, AccountPage.write(who, List.of(SignInPage.AWAY)));
        }
    }

    static void send(Context ctx, AccessPage page) {
        ctx.header("Cache-Control", "no-store").html(page.in(AskedLanguage.of(ctx)));
    }
}
