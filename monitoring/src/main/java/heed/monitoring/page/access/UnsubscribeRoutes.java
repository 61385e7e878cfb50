package heed.monitoring.page.access;

import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/**
 * Stops mails for whoever has a link from one, without their signing in: {@code POST /unsubscribe/LINK}, which mail
 * programs send by themselves (RFC 8058). What only looks at a link, as scanners of mails do, stops nothing.
 */
public final class UnsubscribeRoutes implements Routes {

    /** What addresses begin with; the link follows. */
    public static final String PATH = "/unsubscribe/";

    private static final String LINK = "link";

    private final MailStop stop;

    /** Takes what knows the links. */
    public UnsubscribeRoutes(MailStop stop) {
        this.stop = stop;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH + "{" + LINK + "}", this::ask, Rule.anybody());
        routes.post(PATH + "{" + LINK + "}", this::stop, Rule.anybody());
    }

    private void ask(Context ctx) {
        String link = ctx.pathParam(LINK);
        stop.route(link)
                .ifPresentOrElse(
                        route -> SignInRoutes.send(ctx, UnsubscribePage.ask(PATH + link, route)), () -> refuse(ctx));
    }

    private void stop(Context ctx) throws InterruptedException {
        String link = ctx.pathParam(LINK);
        Optional<String> route = stop.route(link);
        if (route.isEmpty()) {
            refuse(ctx);
        } else if (stop.stop(link)) {
            SignInRoutes.send(ctx, UnsubscribePage.stopped(route.get()));
        } else {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
            SignInRoutes.send(ctx, UnsubscribePage.again(PATH + link, route.get()));
        }
    }

    /** A 404 would have whoever is not signed in sign in. */
    private static void refuse(Context ctx) {
        ctx.status(HttpStatus.GONE);
        SignInRoutes.send(ctx, UnsubscribePage.unknown());
    }
}
