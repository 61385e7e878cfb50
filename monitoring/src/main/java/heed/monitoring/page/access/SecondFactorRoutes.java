package heed.monitoring.page.access;

import heed.monitoring.access.OwnSecondFactor;
import heed.monitoring.access.Sessions;
import heed.monitoring.access.SignedIn;
import heed.monitoring.page.access.AccessPage.Words;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.SessionCookie;
import heed.monitoring.web.ViewedModels;
import heed.schemas.AuditKind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/** Turns somebody's own second factor on and off. */
final class SecondFactorRoutes implements Routes {

    static final String OFF = Leading.SECOND_FACTOR + "/off";

    private final OwnSecondFactor own;
    private final Sessions sessions;
    private final ViewedModels models;

    SecondFactorRoutes(OwnSecondFactor own, Sessions sessions, ViewedModels models) {
        this.own = own;
        this.sessions = sessions;
        this.models = models;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Leading.SECOND_FACTOR, this::show, Rule.somebody());
        routes.post(Leading.SECOND_FACTOR, this::turnOn, Rule.somebody());
        routes.post(OFF, this::turnOff, Rule.somebody());
    }

    private void show(Context ctx) {
        models.person(ctx)
                .ifPresentOrElse(
                        who -> {
                            if (who.mustChoosePassword()) {
                                Leading.go(ctx, Leading.ACCOUNT);
                            } else {
                                SignInRoutes.send(ctx, page(who, "", List.of()));
                            }
                        },
                        () -> ctx.status(HttpStatus.NOT_FOUND));
    }

    /** Returns the page as it is for somebody, with the secret that they were shown already where there is one. */
    private AccessPage page(SignedIn who, String offer, List<Words> problems) {
        return who.hasSecondFactor()
                ? SecondFactorPage.on(who, problems)
                : SecondFactorPage.off(who, own.offerAgain(who, offer), problems);
    }

    private void turnOn(Context ctx) throws InterruptedException {
        Optional<FormSent> sent = FormSent.of(ctx, models);
        if (sent.isEmpty()) {
            return;
        }
        FormSent form = sent.get();
        if (form.who().mustChoosePassword()) {
            Leading.go(ctx, Leading.ACCOUNT);
            return;
        }
        try {
            Optional<OwnSecondFactor.Changed> changed = own.turnOn(
                    form.who(),
                    form.field(SecondFactorPage.OFFER),
                    form.field(SecondFactorPage.PASSWORD),
                    form.field(CodePage.CODE));
            if (changed.isEmpty()) {
                refuse(ctx, form);
                return;
            }
            note(AuditKind.SECOND_FACTOR_ON, ctx, form);
            show(ctx, changed.get().token());
            SignInRoutes.send(
                    ctx,
                    SecondFactorPage.codes(
                            changed.get().recoveryCodes(), changed.get().token().isPresent()));
        } catch (Sessions.NotKeptException e) {
            away(ctx, form);
        }
    }

    private void turnOff(Context ctx) throws InterruptedException {
        Optional<FormSent> sent = FormSent.of(ctx, models);
        if (sent.isEmpty()) {
            return;
        }
        FormSent form = sent.get();
        try {
            Optional<OwnSecondFactor.Changed> changed =
                    own.turnOff(form.who(), form.field(SecondFactorPage.PASSWORD), form.field(CodePage.CODE));
            if (changed.isEmpty()) {
                refuse(ctx, form);
                return;
            }
            if (changed.get().typed() == OwnSecondFactor.Typed.RECOVERY_CODE) {
                note(AuditKind.RECOVERY_CODE_USED, ctx, form);
            }
            note(AuditKind.SECOND_FACTOR_OFF, ctx, form);
            Optional<String> token = changed.get().token();
            show(ctx, token);
            if (token.isEmpty()) {
                Leading.go(ctx, Leading.SIGN_IN);
                return;
            }
            Leading.go(
                    ctx,
                    token.flatMap(sessions::of)
                                    .filter(who -> who.missing() == SignedIn.Missing.NOTHING)
                                    .isPresent()
                            ? Leading.ACCOUNT
                            : Leading.SECOND_FACTOR);
        } catch (Sessions.NotKeptException e) {
            away(ctx, form);
        }
    }

    private static void show(Context ctx, Optional<String> token) {
        token.ifPresentOrElse(each -> SessionCookie.give(ctx, each), () -> SessionCookie.take(ctx));
    }

    private void refuse(Context ctx, FormSent form) {
        note(AuditKind.CODE_REFUSED, ctx, form);
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        SignInRoutes.send(ctx, page(form.who(), form.field(SecondFactorPage.OFFER), List.of(SecondFactorPage.REFUSED)));
    }

    private void away(Context ctx, FormSent form) {
        ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
        SignInRoutes.send(ctx, page(form.who(), form.field(SecondFactorPage.OFFER), List.of(SignInPage.AWAY)));
    }

    private void note(AuditKind kind, Context ctx, FormSent form) {
        models.note(kind, ctx, Optional.of(form.who().account().getName()));
    }
}
