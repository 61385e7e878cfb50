package heed.app.server.embedded;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how many requests with bodies the registry works on. It keeps a thread waiting for each body that comes in, so
 * that some hundred connections that trickle one would leave none for anybody else. Here so few are let in that most
 * threads are left for whoever reads; where there are as many, the oldest whose body is not there yet gives way, and
 * none may take long. So a request whose body comes at once always gets in.
 *
 * <p>Laid out beside {@link RegistryChild} on the registry's class path, so it uses nothing but the JDK.
 */
final class RegistryBodies {

    /** Of some two hundred threads. */
    static final int MOST = 24;

    private static final long LONGEST_NS = TimeUnit.SECONDS.toNanos(10);

    private final List<Body> inWork = new ArrayList<>();
    private final List<Body> refused = new ArrayList<>();

    /** A request that has a body, or may have one. */
    interface Body {

        /** Tells whether all of it is there. */
        boolean isThere() throws ReflectiveOperationException;

        /** Tells whether it is answered, or its sender is gone. */
        boolean isOver() throws ReflectiveOperationException;

        /** Returns when it came, by the clock of {@link System#nanoTime}. */
        long since();

        /** Ends its connection. */
        void cut() throws ReflectiveOperationException;
    }

    /** Lets a request in, or returns false where there are as many whose bodies are there. */
    synchronized boolean letIn(Body body) throws ReflectiveOperationException {
        forgetWhatIsOver();
        if (inWork.size() >= MOST && !cutOldest()) {
            return false;
        }
        inWork.add(body);
        return true;
    }

    /** Takes a request that is refused: its body needs no thread, but a connection as long as it comes. */
    synchronized void refuse(Body body) throws ReflectiveOperationException {
        if (!body.isThere()) {
            refused.add(body);
        }
    }

    /** Ends connections whose bodies have not come in time; to be called now and then. */
    synchronized void cutSlow(long now) throws ReflectiveOperationException {
        forgetWhatIsOver();
        cutSlow(inWork, now);
        List<Body> there = new ArrayList<>();
        for (Body each : refused) {
            if (each.isThere()) {
                there.add(each);
            }
        }
        refused.removeAll(there);
        cutSlow(refused, now);
    }

    private static void cutSlow(List<Body> all, long now) throws ReflectiveOperationException {
        for (Iterator<Body> bodies = all.iterator(); bodies.hasNext(); ) {
            Body body = bodies.next();
            if (!body.isThere() && now - body.since() > LONGEST_NS) {
                bodies.remove();
                body.cut();
            }
        }
    }

    private boolean cutOldest() throws ReflectiveOperationException {
        for (Body body : inWork) {
            if (!body.isThere()) {
                inWork.remove(body);
                body.cut();
                return true;
            }
        }
        return false;
    }

    private void forgetWhatIsOver() throws ReflectiveOperationException {
        for (Iterator<Body> bodies = inWork.iterator(); bodies.hasNext(); ) {
            if (bodies.next().isOver()) {
                bodies.remove();
            }
        }
    }

    /** A request of the registry's server, asked by reflection: this is compiled without it. */
    record Asked(Object request, Object response, long since, Calls calls) implements Body {

        @Override
        public boolean isThere() throws ReflectiveOperationException {
            return (boolean) calls.isEnded.invoke(request);
        }

        @Override
        public boolean isOver() throws ReflectiveOperationException {
            return (boolean) calls.ended.invoke(response) || (boolean) calls.closed.invoke(response);
        }

        @Override
        public void cut() throws ReflectiveOperationException {
            calls.close.invoke(calls.connection.invoke(request));
        }
    }

    /** What is asked of a request. */
    record Calls(Method isEnded, Method ended, Method closed, Method connection, Method close) {

        static Calls of(Class<?> request, Class<?> response) throws ReflectiveOperationException {
            return new Calls(
                    request.getMethod("isEnded"),
                    response.getMethod("ended"),
                    response.getMethod("closed"),
                    request.getMethod("connection"),
                    Class.forName("io.vertx.core.http.HttpConnection").getMethod("close"));
        }
    }
}
