package heed.monitoring.web;

import heed.schemas.AuditKind;
import heed.schemas.access.Right;
import heed.schemas.program.Programs;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.InternalRouter;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets nobody through to an address whose rule does not permit it: to them there is nothing there. What is registered
 * without a rule of its own stops the start, so that no address is open because somebody forgot it.
 */
public final class Guard {

    private final ViewedModels models;
    private final Function<Context, Endpoints> owner;
    private final Supplier<List<Guarded>> addresses;

    /**
     * Takes what knows who asks, who tells that they have to say so first, and which addresses there are once there are
     * any.
     */
    Guard(ViewedModels models, Function<Context, Endpoints> owner, Supplier<List<Guarded>> addresses) {
        this.addresses = addresses;
        this.models = models;
        this.owner = owner;
    }

    /** Answers a request that is not permitted, so that no handler sees it. */
    void check(Context ctx) {
        Duration pause = models.pause(ctx);
        if (!pause.isZero()) {
            ctx.skipRemainingHandlers()
                    .status(HttpStatus.TOO_MANY_REQUESTS)
                    .header("Retry-After", Long.toString(pause.plusMillis(999).toSeconds()));
            owner.apply(ctx).askToWait(ctx);
            return;
        }
        Optional<Rule> permitted = rule(ctx.routeRoles()).filter(rule -> models.permits(rule, ctx));
        if (permitted.isPresent()) {
            models.used(ctx);
            audited(ctx, permitted.get()).ifPresent(kind -> note(kind, ctx));
        } else {
            ctx.skipRemainingHandlers().status(HttpStatus.NOT_FOUND);
            // A HEAD is taken for the GET of its address, and has no rule.
            if (ctx.method().equals(HandlerType.HEAD)) {
                answerOtherMethod(ctx);
            }
            if (ctx.statusCode() == HttpStatus.NOT_FOUND.getCode()) {
                foundNothing(ctx);
            }
        }
    }

    /**
     * Answers a request by a method that an address does not have, or not for whoever asks: of an address that is for
     * them by none, they are told what they are of one that there is not.
     */
    void answerOtherMethod(Context ctx) {
        List<String> methods = addresses.get().stream()
                .filter(each -> AskedAddress.of(ctx.path(), List.of(each)).isPresent())
                .filter(each -> models.permits(each.rule(), ctx))
                .map(Guarded::method)
                .distinct()
                .sorted()
                .toList();
        if (methods.isEmpty()) {
            ctx.status(HttpStatus.NOT_FOUND);
        } else {
            String allowed = String.join(", ", methods);
            ctx.status(HttpStatus.METHOD_NOT_ALLOWED).header("Allow", allowed);
            owner.apply(ctx).answerOtherMethod(ctx, allowed);
        }
    }

    /**
     * What is read by the API leaves the page, as does what an administrator takes away as a file, and acts and reading
     * what patients wrote are kept account of; reading a page is not.
     */
    private static Optional<AuditKind> audited(Context ctx, Rule rule) {
        if (rule.rights().contains(Right.ACTS)) {
            return Optional.of(AuditKind.ACTED);
        }
        if (rule.rights().contains(Right.COMMENTS)) {
            return Optional.of(AuditKind.COMMENTS_READ);
        }
        return leavesThePage(ctx.path(), rule) ? Optional.of(AuditKind.EXPORTED) : Optional.empty();
    }

    private static boolean leavesThePage(String path, Rule rule) {
        return rule.rights().contains(Right.ADMINISTRATION)
                ? path.endsWith(".csv")
                : rule.rights().contains(Right.FIGURES) && path.startsWith(ProgramViewers.API + "/");
    }

    private void note(AuditKind kind, Context ctx) {
        AskedAddress.of(ctx.path(), addresses.get()).ifPresent(address -> models.note(kind, ctx, address));
    }

    /** Answers a request that found nothing: somebody who is known and asked for an address may have been denied. */
    void foundNothing(Context ctx) {
        answerNotFound(ctx);
        if (ctx.statusCode() == HttpStatus.NOT_FOUND.getCode()) {
            note(AuditKind.DENIED, ctx);
        }
    }

    /**
     * Answers a request for what is not there, or not for whoever asks: to somebody the server does not know these are
     * one, and so is what is there.
     */
    private void answerNotFound(Context ctx) {
        Endpoints asked = owner.apply(ctx);
        if (models.isNobody(ctx)) {
            asked.askWho(ctx);
            if (ctx.statusCode() == HttpStatus.UNAUTHORIZED.getCode()) {
                ctx.header("WWW-Authenticate", Programs.CHALLENGE);
            }
        } else {
            asked.answerNotFound(ctx);
        }
    }

    private static Optional<Rule> rule(Set<RouteRole> roles) {
        return roles.size() == 1 && roles.iterator().next() instanceof Rule rule ? Optional.of(rule) : Optional.empty();
    }

    /**
     * Returns every address that a server answers at, with who may use it.
     *
     * @throws IllegalStateException where one has no rule, or more than one
     */
    static List<Guarded> all(InternalRouter router) {
        return router.allHttpHandlers().stream()
                .map(each -> each.endpoint)
                .filter(each -> each.method.isHttpMethod())
                .map(each -> new Guarded(
                        each.method.name(),
                        each.path,
                        Optional.ofNullable(each.metadata(Roles.class))
                                .flatMap(roles -> rule(roles.getRoles()))
                                .orElseThrow(() -> new IllegalStateException(
                                        each.method.name() + " " + each.path + " has no rule of who may use it"))))
                .toList();
    }

    /** An address, how it is asked, and who may use it. */
    public record Guarded(String method, String path, Rule rule) {}
}
