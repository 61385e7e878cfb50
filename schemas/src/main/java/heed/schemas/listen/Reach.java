package heed.schemas.listen;

import io.javalin.config.JavalinConfig;
import java.util.Optional;
import org.eclipse.jetty.server.SecureRequestCustomizer;

/**
 * How a server of ours is reached, beside where it listens.
 *
 * @param certificate what it shows itself by, over TLS; without one it speaks plain HTTP
 * @param proxies who is believed about whom they ask for
 */
public record Reach(Optional<RenewedCertificate> certificate, Proxies proxies) {

    /** Returns that it speaks plain HTTP and everybody asks for themselves. */
    public static Reach direct() {
        return new Reach(Optional.empty(), Proxies.none());
    }

    /** Returns how its addresses begin. */
    public String scheme() {
        return certificate.isPresent() ? "https" : "http";
    }

    /** Has a server listen so. By which names it may be asked is {@link AskedHosts}' matter, not the certificate's. */
    public void listen(JavalinConfig config, String host, int port) {
        config.jetty.host = host;
        config.jetty.port = port;
        config.jetty.modifyServer(server -> server.setHandler(new UnreadBodies()));
        config.jetty.modifyHttpConfiguration(http -> {
            if (certificate.isPresent()) {
                http.addCustomizer(new SecureRequestCustomizer(false));
            }
            http.addCustomizer(new ForwardedRequests(proxies));
        });
        certificate.ifPresent(
                shown -> config.jetty.addConnector((server, http) -> shown.connector(server, http, host, port)));
    }
}
