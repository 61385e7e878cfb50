package heed.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.listen.AskedHosts;
import heed.schemas.listen.ForwardedBy;
import heed.schemas.listen.Network;
import heed.schemas.listen.Proxies;
import heed.schemas.listen.Reach;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Asks a server, as a proxy does and as others do, whom it takes for its client. */
class ForwardedRequestsIT {

    private static final List<Network> LOOPBACK = List.of(Network.parse("127.0.0.1"));
    private static final List<Network> LOOPBACK_AND_OUTER =
            List.of(Network.parse("127.0.0.1"), Network.parse("192.0.2.0/24"));

    /** Returns the client's address, the scheme and the names that a server sees. */
    private static String seen(List<Network> trusted, ForwardedBy by, String... headers) throws IOException {
        Javalin server = Javalin.create(config -> {
            new Reach(Optional.empty(), new Proxies(trusted, by)).listen(config, "127.0.0.1", 0);
            config.routes.get(
                    "/",
                    ctx -> ctx.result(String.join(
                            " ",
                            ctx.ip(),
                            ctx.scheme(),
                            Boolean.toString(ctx.req().isSecure()),
                            AskedHosts.of(ctx.req()).toString(),
                            String.valueOf(ctx.header("X-Forwarded-For")) + ctx.header("Forwarded"))));
        });
        try {
            server.start();
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                socket.setSoTimeout(10_000);
                String request = "GET / HTTP/1.1\r\nHost: heed\r\nConnection: close\r\n"
                        + String.join(
                                "",
                                List.of(headers).stream()
                                        .map(each -> each + "\r\n")
                                        .toList()) + "\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                return answer.substring(answer.indexOf("\r\n\r\n") + 4);
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void takesWhoeverATrustedProxyNamesForItsClient() throws Exception {
        // When
        String seen = seen(
                LOOPBACK,
                ForwardedBy.X_FORWARDED,
                "X-Forwarded-For: 203.0.113.7",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: heed.example");

        // Then
        assertThat(seen).isEqualTo("203.0.113.7 https true [heed, heed.example] nullnull");
    }

    @Test
    void ignoresWhatOthersSay() throws Exception {
        // When
        String seen = seen(
                List.of(Network.parse("192.0.2.1")),
                ForwardedBy.X_FORWARDED,
                "X-Forwarded-For: 203.0.113.7",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: heed.example",
                "Forwarded: for=203.0.113.7");

        // Then
        assertThat(seen).isEqualTo("127.0.0.1 http false [heed] nullnull");
    }

    @Test
    void goesBackFromTheEndAndBelievesNoAddressBeyondAClient() throws Exception {
        // When
        String oneProxy = seen(LOOPBACK, ForwardedBy.X_FORWARDED, "X-Forwarded-For: 198.51.100.1, 203.0.113.7");
        String severalLines = seen(
                LOOPBACK, ForwardedBy.X_FORWARDED, "X-Forwarded-For: 198.51.100.1", "X-Forwarded-For: 203.0.113.7");
        String twoProxies = seen(
                LOOPBACK_AND_OUTER, ForwardedBy.X_FORWARDED, "X-Forwarded-For: 198.51.100.1, 203.0.113.7, 192.0.2.9");
        String unreadable = seen(LOOPBACK, ForwardedBy.X_FORWARDED, "X-Forwarded-For: 198.51.100.1, unknown");

        // Then
        assertThat(oneProxy).startsWith("203.0.113.7 http");
        assertThat(severalLines).startsWith("203.0.113.7 http");
        assertThat(twoProxies).startsWith("203.0.113.7 http");
        assertThat(unreadable).startsWith("127.0.0.1 http");
    }

    @Test
    void readsTheOneHeaderThatItsProxiesWrite() throws Exception {
        // When
        String pairs = seen(
                LOOPBACK_AND_OUTER,
                ForwardedBy.FORWARDED,
                "X-Forwarded-For: 198.51.100.1",
                "Forwarded: for=198.51.100.2, for=\"[2001:db8::7]:4711\";proto=HTTPS;host=heed.example, For=192.0.2.9");
        String lists = seen(
                LOOPBACK, ForwardedBy.X_FORWARDED, "Forwarded: for=198.51.100.2", "X-Forwarded-For: 203.0.113.7:999");
        String broken = seen(LOOPBACK, ForwardedBy.FORWARDED, "Forwarded: for=\"198.51.100.2, for=203.0.113.7");

        // Then
        assertThat(pairs).isEqualTo("[2001:db8:0:0:0:0:0:7] https true [heed, heed.example] nullnull");
        assertThat(lists).startsWith("203.0.113.7 http");
        assertThat(broken).startsWith("127.0.0.1 http");
    }
}
