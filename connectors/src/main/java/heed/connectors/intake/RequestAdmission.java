package heed.connectors.intake;

import heed.schemas.ProgramKey;
import heed.schemas.http.ClientAddress;
import heed.schemas.http.ClientShares;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/** Lets requests in: so many of each client, so many at once, with a key where senders have to show one. */
final class RequestAdmission {

    private final ClientBuckets clients;
    private final ClientShares inWork;
    private final ClientShares streams;
    private final Gate gate;

    /**
     * Lets in what these allow.
     *
     * @param maxInFlight requests that may be in work at once; half of them may be streams, and of those one client may
     *     have three quarters
     */
    RequestAdmission(ClientBuckets clients, int maxInFlight, Gate gate) {
        this.clients = clients;
        this.inWork = ClientShares.halfEach(maxInFlight);
        int streaming = Math.max(1, maxInFlight / 2);
        this.streams = new ClientShares(streaming, Math.max(1, streaming * 3 / 4));
        this.gate = gate;
    }

    /** Does what a request asks for, while it has its place. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    /**
     * Returns the key that a request shows; nothing where nobody is asked.
     *
     * @throws RefusedRequestException where its client has asked too often, or shows no key that is good
     */
    Optional<ProgramKey> admit(Context ctx) {
        ask(ctx);
        return gate.admit(ctx.header("Authorization"));
    }

    /** Refuses a request whose client has asked too often; counts nothing. */
    void ask(Context ctx) {
        Duration wait = clients.ask(ctx.ip());
        if (!wait.isZero()) {
            throw new RefusedRequestException(Refusal.tooManyFromClient(wait));
        }
    }

    /** Counts a request, and does its work in a place of its own. */
    void work(Context ctx, Work work) {
        Duration wait = clients.take(ctx.ip());
        if (!wait.isZero()) {
            throw new RefusedRequestException(Refusal.tooManyFromClient(wait));
        }
        in(inWork, ClientAddress.clientOf(ctx.ip()), work);
    }

    /** Counts a request that streams its body, and does its work in a place of its own and in one of a stream. */
    void stream(Context ctx, Work work) {
        String client = ClientAddress.clientOf(ctx.ip());
        work(ctx, () -> in(streams, client, work));
    }

    private static void in(ClientShares shares, String client, Work work) {
        if (!shares.take(client, 1)) {
            throw new RefusedRequestException(Refusal.tooManyInWork());
        }
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while responses were being recorded", e);
        } finally {
            shares.giveBack(client, 1);
        }
    }
}
