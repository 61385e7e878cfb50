package heed.app.server.embedded;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds every request to the registry to {@link RegistryRule}, before anything of the registry sees it.
 *
 * <p>The registry has no setting for it, and its handlers are fixed when it is built. So this stands itself in the
 * place of the handler that its server gives all requests to, by reflection: this class is compiled without the
 * registry. Where the registry is built otherwise it fails, and nothing runs.
 */
final class RegistryGuard {

    private final Class<?> handler = Class.forName("io.vertx.core.Handler");
    private final Class<?> request = Class.forName("io.vertx.core.http.HttpServerRequest");
    private final Class<?> response = Class.forName("io.vertx.core.http.HttpServerResponse");
    private final Method handle = handler.getMethod("handle", Object.class);
    private final Method methodOf = request.getMethod("method");
    private final Method authorityOf = request.getMethod("authority");
    private final Method pathOf = request.getMethod("path");
    private final Method headerOf = request.getMethod("getHeader", String.class);
    private final Method resume = request.getMethod("resume");
    private final Method responseOf = request.getMethod("response");
    private final Method setStatus = response.getMethod("setStatusCode", int.class);
    private final Method putHeader = response.getMethod("putHeader", String.class, String.class);
    private final Method end = response.getMethod("end", String.class);
    private final Field root =
            Class.forName("io.quarkus.vertx.http.runtime.VertxHttpRecorder").getDeclaredField("rootHandler");

    private final RegistryRule rule;

    RegistryGuard(RegistryRule rule) throws ReflectiveOperationException {
        this.rule = rule;
        root.setAccessible(true);
    }

    /** Stands in front of the registry; returns false while it is not there, which is before it listens. */
    boolean standsInFront() throws ReflectiveOperationException {
        Object registry = root.get(null);
        if (registry == null) {
            return false;
        }
        root.set(
                null,
                Proxy.newProxyInstance(
                        handler.getClassLoader(),
                        new Class<?>[] {handler},
                        (proxy, called, given) -> answer(called, given, registry)));
        return true;
    }

    private @Nullable Object answer(Method called, Object[] given, Object registry)
            throws ReflectiveOperationException {
        if (!called.equals(handle)) {
            throw new UnsupportedOperationException(called + " is not asked of a handler of requests");
        }
        Object asked = given[0];
        Object authority = authorityOf.invoke(asked);
        Optional<RegistryRule.Refusal> refusal = rule.refusal(
                methodOf.invoke(asked).toString(),
                (String) pathOf.invoke(asked),
                authority == null ? null : authority.toString(),
                (String) headerOf.invoke(asked, "Origin"),
                (String) headerOf.invoke(asked, "Authorization"));
        if (refusal.isEmpty()) {
            handle.invoke(registry, asked);
        } else {
            refuse(asked, refusal.get());
        }
        return null;
    }

    /** The server has paused what comes: what is left of it is let go. */
    private void refuse(Object asked, RegistryRule.Refusal refusal) throws ReflectiveOperationException {
        resume.invoke(asked);
        Object answer = responseOf.invoke(asked);
        setStatus.invoke(answer, refusal.status());
        putHeader.invoke(answer, "Content-Type", "application/vnd.schemaregistry.v1+json");
        end.invoke(answer, refusal.json());
    }
}
