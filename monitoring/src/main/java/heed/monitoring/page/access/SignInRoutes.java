package heed.monitoring.page.access;

import heed.monitoring.access.Passwords;
import heed.monitoring.access.Sessions;
import heed.monitoring.access.SignIn;
import heed.monitoring.access.SignedIn;
import heed.monitoring.page.FormBody;
import heed.monitoring.page.access.AccessPage.Words;
import heed.monitoring.web.OwnOrigin;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.SessionCookie;
import heed.monitoring.web.SmallBody;
import heed.monitoring.web.ViewedModels;
import heed.schemas.AuditKind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs people in and out, and takes the passwords that they choose. */
public final class SignInRoutes implements Routes {

    static final String SIGN_IN = "/sign-in";
    static final String SIGN_OUT = "/sign-out";
    static final String ACCOUNT = "/account";

    static final String HOME = "/";

    private final SignIn signIn;
    private final Sessions sessions;
    private final Passwords passwords;
    private final ViewedModels models;

    /** Takes who lets people in, what knows them again, what makes passwords safe to keep, and who asks. */
    public SignInRoutes(SignIn signIn, Sessions sessions, Passwords passwords, ViewedModels models) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.passwords = passwords;
        this.models = models;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(SIGN_IN, this::ask, Rule.anybody());
        routes.post(SIGN_IN, this::signIn, Rule.anybody());
        routes.get(ACCOUNT, this::account, Rule.somebody());
        routes.post(ACCOUNT, this::choose, Rule.somebody());
        routes.post(SIGN_OUT, this::signOut, Rule.somebody());
    }

    /** Has a person sign in and come back; tells a program that nobody is signed in. */
    public static void askWho(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        String accept = Objects.requireNonNullElse(ctx.header("Accept"), "");
        if (ctx.method().name().equals("GET") && accept.contains("text/html")) {
            String query = ctx.queryString();
            String to = query == null ? ctx.path() : ctx.path() + "?" + query;
            ctx.redirect(
                    SIGN_IN + (to.equals(HOME) ? "" : "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)),
                    HttpStatus.SEE_OTHER);
        } else {
            ctx.status(HttpStatus.UNAUTHORIZED)
                    .contentType("text/plain; charset=utf-8")
                    .result("Nobody who may read this is signed in.");
        }
    }

    /** Somebody who may see nothing before they have a password of their own is taken to where they choose it. */
    public static boolean leadToPassword(Context ctx, Optional<SignedIn> who) {
        boolean choose = who.filter(SignedIn::mustChoosePassword).isPresent()
                && ctx.method().name().equals("GET");
        if (choose) {
            ctx.header("Cache-Control", "no-store").redirect(ACCOUNT, HttpStatus.SEE_OTHER);
        }
        return choose;
    }

    private void ask(Context ctx) {
        send(ctx, SignInPage.write(to(ctx.queryParam(SignInPage.TO)), "", List.of()));
    }

    private void signIn(Context ctx) throws InterruptedException {
        Optional<Map<String, String>> fields = fields(ctx);
        if (fields.isEmpty()) {
            ctx.status(HttpStatus.FORBIDDEN);
            send(ctx, SignInPage.write(HOME, "", List.of(SignInPage.ELSEWHERE)));
            return;
        }
        String name = fields.get().getOrDefault(SignInPage.NAME, "");
        String to = to(fields.get().get(SignInPage.TO));
        SignIn.Outcome outcome =
                signIn.attempt(FarClient.of(ctx), name, fields.get().getOrDefault(SignInPage.PASSWORD, ""));
        models.note(kind(outcome), ctx, signIn.known(name));
        switch (outcome) {
            case LET_IN -> letIn(ctx, SignIn.name(name), to);
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
            case REFUSED -> AuditKind.SIGN_IN_REFUSED;
            case SLOWED -> AuditKind.SIGN_IN_SLOWED;
        };
    }

    private void letIn(Context ctx, String name, String to) throws InterruptedException {
        try {
            String token = sessions.begin(name);
            SessionCookie.give(ctx, token);
            go(ctx, to.equals(HOME) ? sessions.of(token).map(FirstPage::of).orElse(HOME) : to);
        } catch (Sessions.NotKeptException e) {
            again(ctx, HttpStatus.SERVICE_UNAVAILABLE, to, name, SignInPage.AWAY);
        }
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
        Optional<SignedIn> who = sealed(ctx);
        Optional<Map<String, String>> fields = fields(ctx);
        if (who.isEmpty() || fields.isEmpty()) {
            refuse(ctx);
            return;
        }
        String chosen = fields.get().getOrDefault(AccountPage.NEW, "");
        Optional<Words> problem = problem(who.get(), fields.get(), chosen);
        if (problem.isPresent()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            send(ctx, AccountPage.write(who.get(), List.of(problem.get())));
            return;
        }
        try {
            String token = sessions.choose(who.get(), passwords.hashed(chosen));
            models.note(AuditKind.PASSWORD_CHOSEN, ctx, who.map(each -> each.account()
                    .getName()));
            SessionCookie.give(ctx, token);
            go(ctx, sessions.of(token).map(FirstPage::of).orElse(HOME));
        } catch (Sessions.NotKeptException e) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
            send(ctx, AccountPage.write(who.get(), List.of(SignInPage.AWAY)));
        }
    }

    private Optional<Words> problem(SignedIn who, Map<String, String> fields, String chosen)
            throws InterruptedException {
        String old = fields.getOrDefault(AccountPage.OLD, "");
        if (!signIn.knows(who, old)) {
            return Optional.of(AccountPage.NOT_YOURS);
        }
        if (chosen.equals(old)) {
            return Optional.of(AccountPage.SAME);
        }
        return Passwords.problem(chosen, who.account().getName())
                .map(AccountPage::of)
                .or(() -> chosen.equals(fields.get(AccountPage.AGAIN))
                        ? Optional.empty()
                        : Optional.of(AccountPage.DIFFERENT));
    }

    private void signOut(Context ctx) throws InterruptedException {
        Optional<SignedIn> who = sealed(ctx);
        if (who.isEmpty()) {
            refuse(ctx);
            return;
        }
        try {
            sessions.end(who.get());
            models.note(
                    AuditKind.SIGNED_OUT, ctx, who.map(each -> each.account().getName()));
            SessionCookie.take(ctx);
            go(ctx, SIGN_IN);
        } catch (Sessions.NotKeptException e) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
            send(ctx, AccountPage.write(who.get(), List.of(SignInPage.AWAY)));
        }
    }

    private Optional<SignedIn> sealed(Context ctx) {
        return models.person(ctx).filter(who -> OwnOrigin.sent(ctx) && Seal.is(who.seal(), ctx));
    }

    private static void refuse(Context ctx) {
        ctx.status(HttpStatus.FORBIDDEN);
        send(ctx, SignInPage.write(HOME, "", List.of(SignInPage.ELSEWHERE)));
    }

    /** Returns what a form of ours sent; nothing where it was another. */
    static Optional<Map<String, String>> fields(Context ctx) {
        if (!OwnOrigin.sent(ctx) || !SmallBody.isOf("application/x-www-form-urlencoded", ctx)) {
            return Optional.empty();
        }
        try {
            return SmallBody.read(ctx).map(FormBody::fields);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Leads to addresses of this server alone. */
    static String to(@Nullable String asked) {
        return asked != null && isOwn(asked) ? asked : HOME;
    }

    private static boolean isOwn(String asked) {
        return asked.startsWith("/")
                && !asked.startsWith("//")
                && asked.chars().allMatch(each -> each > ' ' && each < 127 && each != '\\');
    }

    static void go(Context ctx, String to) {
        ctx.header("Cache-Control", "no-store").redirect(to, HttpStatus.SEE_OTHER);
    }

    static void send(Context ctx, String page) {
        ctx.header("Cache-Control", "no-store").html(page);
    }
}
