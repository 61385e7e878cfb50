package heed.bench.page;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks for the event stream and never reads it, with as little room for it as the system allows. */
final class StalledBrowser {

    private final Socket socket = new Socket();

    StalledBrowser(URI base) throws IOException {
        socket.setReceiveBufferSize(1);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        socket.getOutputStream()
                .write(("GET /events HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    void close() throws IOException {
        socket.close();
    }
}
