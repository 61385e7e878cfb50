package heed.monitoring.page.access;

import heed.schemas.http.ClientAddress;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Tells who somebody that signs in is on the network. */
final class FarClient {

    private FarClient() {}

    /** Everybody behind a proxy on this machine comes from its address, which says nothing of who they are. */
    static Optional<String> of(Context ctx) {
        try {
            return InetAddress.getByName(ctx.ip()).isLoopbackAddress()
                    ? Optional.empty()
                    : Optional.of(ClientAddress.clientOf(ctx.ip()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
