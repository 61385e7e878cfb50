package heed.monitoring.web;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.schemas.http.KnownHosts;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Set;

/**
 * Lets no request through that goes to a name which is not this server's, as {@link KnownHosts} tells. It is told why, and nothing that
 * Heed knows: neither figures nor how old they are.
 *
 * <p>Health is for everybody who asks: a load balancer's probe sends whatever name it likes, and there is nothing of patients in it.
 */
public final class OwnName {

    private static final Set<String> FOR_EVERYBODY = Set.of("/health/live", "/health/ready");

    private final KnownHosts hosts;
    private final Endpoints api;

    public OwnName(PageSettings settings, Endpoints api) {
        this.hosts = new KnownHosts(settings.host(), settings.names());
        this.api = api;
    }

    /** Answers a request to another name, so that no handler sees it. */
    public void check(Context ctx) {
        String host = ctx.header("Host");
        if (hosts.knows(host) || FOR_EVERYBODY.contains(ctx.path())) {
            return;
        }
        ctx.skipRemainingHandlers();
        String words = KnownHosts.refusal(host, "page.names");
        if (api.owns(ctx.path())) {
            api.refuse(ctx, HttpStatus.MISDIRECTED_REQUEST, words);
        } else {
            ctx.status(HttpStatus.MISDIRECTED_REQUEST)
                    .header("Cache-Control", "no-store")
                    .html(page(words));
        }
    }

    /** Writes a page without our style sheet, which would be refused too. */
    private static String page(String words) {
        return Html.document(el(
                "html",
                attr("lang", "en-GB"),
                el("head", el("meta", attr("charset", "utf-8")), el("title", "Another name - Heed")),
                el("body", el("main", el("h1", "Heed does not go by this name"), el("p", words)))));
    }
}
