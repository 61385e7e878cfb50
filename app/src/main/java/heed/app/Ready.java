package heed.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Asks a page that speaks TLS on this machine whether Heed is ready, for the health check of an image that has no other
 * client. Loopback is as far as it asks, nothing secret is sent, and the certificate is for other names: so it is not
 * checked.
 */
public final class Ready {

    private static final int LIMIT_MS = 5_000;

    private Ready() {}

    /** Exits with 0 where the page at the port that is named is ready, else with 1. */
    public static void main(String... arguments) {
        System.exit(isReady(Integer.parseInt(arguments[0])) ? 0 : 1);
    }

    static boolean isReady(int port) {
        try (var socket =
                (SSLSocket) unchecked().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(LIMIT_MS);
            socket.getOutputStream().write("GET /health/ready HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return status != null && status.matches("HTTP/\\S+ 200 .*");
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private static SSLContext unchecked() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Whoever()}, null);
        return context;
    }

    /** Trusts whoever listens on this machine. */
    private static final class Whoever implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException("it is no server");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // Whoever it is.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
