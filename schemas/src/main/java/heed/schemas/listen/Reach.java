package heed.schemas.listen;

import io.javalin.config.JavalinConfig;

/**
 * How a server of ours is reached, beside where it listens.
 *
 * @param proxies who is believed about whom they ask for
 */
public record Reach(Proxies proxies) {

    /** Returns that everybody asks for themselves. */
    public static Reach direct() {
        return new Reach(Proxies.none());
    }

    /** Has a server listen so. */
    public void listen(JavalinConfig config, String host, int port) {
        config.jetty.host = host;
        config.jetty.port = port;
        config.jetty.modifyHttpConfiguration(http -> http.addCustomizer(new ForwardedRequests(proxies)));
    }
}
