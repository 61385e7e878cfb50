package heed.monitoring.page.access;

import heed.monitoring.access.Sessions;
import heed.monitoring.access.SignedIn;
import heed.monitoring.access.provider.ProviderSignIn;
import heed.monitoring.access.provider.ProviderSignIn.Outcome;
import heed.monitoring.page.access.AccessPage.Words;
import heed.monitoring.web.FormBody;
import heed.monitoring.web.OwnForm;
import heed.monitoring.web.OwnOrigin;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.SessionCookie;
import heed.monitoring.web.SmallBody;
import heed.monitoring.web.ViewedModels;
import heed.schemas.AuditKind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs people in and out by way of a provider. */
public final class ProviderRoutes implements Routes {

    /** Where the provider sends browsers back to. */
    public static final String BACK = "/sign-in/provider";

    /** Where the provider itself says that somebody is no longer signed in there. */
    private static final String ENDED = "/sign-out/provider";

    private static final String SIGNED_OUT = "/signed-out";
    private static final String COOKIE = "heed-sign-in";

    private final ProviderSignIn signIn;
    private final Sessions sessions;
    private final ViewedModels models;

    /** Takes who lets people in, what knows them again, and who asks. */
    public ProviderRoutes(ProviderSignIn signIn, Sessions sessions, ViewedModels models) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.models = models;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Leading.SIGN_IN, this::send, Rule.anybody());
        routes.get(BACK, this::back, Rule.anybody());
        routes.get(Leading.ACCOUNT, this::account, Rule.somebody());
        routes.post(SignInRoutes.SIGN_OUT, this::signOut, Rule.somebody());
        routes.post(ENDED, this::ended, Rule.anybody());
        routes.get(SIGNED_OUT, ctx -> SignInRoutes.send(ctx, ProviderPage.out(Optional.empty())), Rule.anybody());
    }

    private void send(Context ctx) {
        signIn.begin(Leading.to(ctx.queryParam(SignInPage.TO)))
                .ifPresentOrElse(
                        sent -> {
                            give(ctx, sent.cookie(), (int) ProviderSignIn.LONGEST.toSeconds());
                            Leading.go(ctx, sent.address().toString());
                        },
                        () -> tell(ctx, HttpStatus.SERVICE_UNAVAILABLE, ProviderPage.AWAY));
    }

    private void back(Context ctx) throws InterruptedException {
        Map<String, List<String>> parameters = ctx.queryParamMap();
        Optional<String> cookie = Optional.ofNullable(ctx.cookie(COOKIE));
        give(ctx, "", 0);
        try {
            Outcome outcome = signIn.finish(parameters, cookie);
            if (outcome instanceof Outcome.LetIn in) {
                letIn(ctx, in);
            } else if (outcome instanceof Outcome.Denied) {
                models.note(AuditKind.SIGN_IN_REFUSED, ctx, Optional.empty());
                tell(ctx, HttpStatus.FORBIDDEN, ProviderPage.DENIED);
            } else if (outcome instanceof Outcome.Away) {
                tell(ctx, HttpStatus.SERVICE_UNAVAILABLE, ProviderPage.AWAY);
            } else {
                tell(ctx, HttpStatus.BAD_REQUEST, ProviderPage.REFUSED);
            }
        } catch (Sessions.NotKeptException e) {
            tell(ctx, HttpStatus.SERVICE_UNAVAILABLE, SignInPage.AWAY);
        }
    }

    private void letIn(Context ctx, Outcome.LetIn in) {
        SessionCookie.give(ctx, in.token());
        models.note(AuditKind.SIGNED_IN, ctx, sessions.of(in.token()).map(who -> who.account()
                .getName()));
        Leading.go(
                ctx,
                in.to().equals(Leading.HOME)
                        ? sessions.of(in.token()).map(FirstPage::of).orElse(Leading.HOME)
                        : in.to());
    }

    private void account(Context ctx) {
        models.person(ctx)
                .ifPresentOrElse(
                        who -> SignInRoutes.send(ctx, AccountPage.write(who, List.of())),
                        () -> ctx.status(HttpStatus.NOT_FOUND));
    }

    private void signOut(Context ctx) throws InterruptedException {
        Optional<SignedIn> who = models.person(ctx).filter(each -> OwnOrigin.sent(ctx) && Seal.is(each.seal(), ctx));
        Optional<String> token = SessionCookie.of(ctx);
        if (who.isEmpty() || token.isEmpty()) {
            tell(ctx, HttpStatus.FORBIDDEN, SignInPage.ELSEWHERE);
            return;
        }
        Optional<URI> onward = signIn.leave(token.get(), SIGNED_OUT);
        try {
            sessions.end(who.get());
            models.note(
                    AuditKind.SIGNED_OUT, ctx, who.map(each -> each.account().getName()));
            SessionCookie.take(ctx);
            // A form may lead to this server alone, so that no redirect goes on from here.
            onward.ifPresent(address -> ctx.header("Refresh", "0; url=" + address));
            SignInRoutes.send(ctx, ProviderPage.out(onward));
        } catch (Sessions.NotKeptException e) {
            tell(ctx, HttpStatus.SERVICE_UNAVAILABLE, SignInPage.AWAY);
        }
    }

    private void ended(Context ctx) throws InterruptedException {
        ctx.header("Cache-Control", "no-store");
        try {
            boolean believed = SmallBody.isOf(OwnForm.TYPE, ctx)
                    && signIn.end(
                            FormBody.fields(SmallBody.read(ctx).orElse("")).getOrDefault("logout_token", ""));
            ctx.status(believed ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        } catch (IllegalArgumentException e) {
            ctx.status(HttpStatus.BAD_REQUEST);
        } catch (Sessions.NotKeptException e) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    /** The browser sends it along when the provider leads it back, and with nothing that a page elsewhere sends. */
    private static void give(Context ctx, String value, int seconds) {
        ctx.cookie(new Cookie(COOKIE, value, Leading.SIGN_IN, seconds, true, true, null, SameSite.LAX));
    }

    private static void tell(Context ctx, HttpStatus status, Words words) {
        ctx.status(status);
        SignInRoutes.send(ctx, ProviderPage.problem(words));
    }
}
