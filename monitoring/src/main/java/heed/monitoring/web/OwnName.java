package heed.monitoring.web;

import heed.schemas.http.KnownHosts;
import heed.schemas.listen.AskedHosts;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Lets no request through that goes to a name which is not this server's, as {@link KnownHosts} tells. It is told why,
 * and nothing that Heed knows: neither figures nor how old they are.
 *
 * <p>Health is for everybody who asks: a load balancer's probe sends whatever name it likes, and there is nothing of
 * patients in it.
 */
final class OwnName {

    private static final Set<String> FOR_EVERYBODY = Set.of(Health.LIVE, Health.READY);

    private final KnownHosts hosts;
    private final Function<Context, Endpoints> owner;

    /** Takes the names, and who tells that a request goes to another. */
    OwnName(PageSettings settings, Function<Context, Endpoints> owner) {
        this.hosts = new KnownHosts(settings.host(), settings.names());
        this.owner = owner;
    }

    /** Answers a request to another name, so that no handler sees it. */
    void check(Context ctx) {
        Optional<String> other = AskedHosts.of(ctx.req()).stream()
                .filter(host -> !hosts.knows(host))
                .findFirst();
        if (other.isEmpty() || FOR_EVERYBODY.contains(ctx.path())) {
            return;
        }
        ctx.skipRemainingHandlers();
        owner.apply(ctx).refuseName(ctx, KnownHosts.refusal(other.get(), "page.names"));
    }
}
