package heed.schemas.listen;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Has whoever answers a request see the client that a trusted proxy asks for, as if it had come by itself.
 *
 * <p>What proxies say is read from its end: each of them adds who asked it, so the last address that is not a trusted
 * proxy's is the client's, and what stands before that the client may have invented. After this a request has an
 * {@code X-Forwarded-Host} only where a trusted proxy said so, and no other header of that kind.
 */
final class ForwardedRequests implements HttpConfiguration.Customizer {

    private static final List<String> HEADERS = List.of(Hop.FOR, Hop.PROTO, Hop.HOST, Hop.FORWARDED);
    private static final String TLS = "https";

    private final Proxies proxies;

    ForwardedRequests(Proxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        if (HEADERS.stream().noneMatch(request.getHeaders()::contains)) {
            return request;
        }
        HttpFields.Mutable without = HttpFields.build(request.getHeaders());
        HEADERS.forEach(without::remove);
        SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
        if (!(peer instanceof InetSocketAddress socket) || !proxies.trusts(socket.getAddress())) {
            return new WithoutHeaders(request, without.asImmutable());
        }
        Told told = told(Hop.of(request.getHeaders(), proxies.by()), socket);
        told.host().ifPresent(host -> without.put(Hop.HOST, host));
        return new Asked(new WithoutHeaders(request, without.asImmutable()), told);
    }

    private Told told(List<Hop> hops, InetSocketAddress peer) {
        var told = new Told(peer, Optional.empty(), Optional.empty());
        for (int i = hops.size() - 1; i >= 0; i--) {
            Hop hop = hops.get(i);
            told = told.by(hop);
            Optional<InetAddress> client = hop.client();
            if (client.isEmpty() || !proxies.trusts(client.get())) {
                return told;
            }
        }
        return told;
    }

    /** What trusted proxies said in all: who asks, by which scheme and by which name. */
    private record Told(InetSocketAddress client, Optional<String> scheme, Optional<String> host) {

        private Told by(Hop hop) {
            return new Told(
                    hop.client()
                            .map(address -> new InetSocketAddress(address, 0))
                            .orElse(client),
                    hop.scheme().or(() -> scheme),
                    hop.host().or(() -> host));
        }
    }

    private static final class WithoutHeaders extends Request.Wrapper {

        private final HttpFields headers;

        private WithoutHeaders(Request request, HttpFields headers) {
            super(request);
            this.headers = headers;
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }

    private static final class Asked extends Request.Wrapper {

        private final HttpURI uri;
        private final boolean secure;
        private final ConnectionMetaData connection;

        private Asked(Request request, Told told) {
            super(request);
            this.secure = told.scheme().map(TLS::equals).orElseGet(request::isSecure);
            this.uri = HttpURI.build(request.getHttpURI())
                    .scheme(secure ? TLS : "http")
                    .asImmutable();
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {

                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return told.client();
                }

                @Override
                public boolean isSecure() {
                    return secure;
                }
            };
        }

        @Override
        public HttpURI getHttpURI() {
            return uri;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }
    }
}
