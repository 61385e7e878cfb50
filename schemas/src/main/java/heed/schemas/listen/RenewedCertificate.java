package heed.schemas.listen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server's certificate, read again when its files change, so that one that is renewed needs no new start.
 *
 * <p>Files are written one after the other, and not always at once: until both are there whole and belong together the
 * certificate so far stays, and so it does where the new one is not good.
 */
public final class RenewedCertificate implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RenewedCertificate.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final String what;
    private final CertificateFiles files;
    private final Clock clock;
    private final List<SslContextFactory.Server> shown = new CopyOnWriteArrayList<>();
    private final Thread looking = new Thread(this::lookOnAndOn);
    private volatile ServerCertificate current;
    private volatile Optional<String> trouble = Optional.empty();

    /**
     * Reads the files.
     *
     * @param what whose certificate it is, in the log and as the name of a thread
     * @throws UnusableCertificateException where they are of no use
     */
    public RenewedCertificate(String what, CertificateFiles files, Clock clock) {
        this.what = what;
        this.files = files;
        this.clock = clock;
        this.current = ServerCertificate.read(files, clock.instant());
        looking.setName(what + "-certificate");
        looking.setDaemon(true);
    }

    /** Looks every ten seconds, until it is closed, whether the files have changed. */
    public RenewedCertificate watched() {
        looking.start();
        return this;
    }

    private void lookOnAndOn() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes what the files hold now, where that is another certificate and a good one. */
    synchronized void look() {
        try {
            if (current.isOf(PemFile.read(files.certificate()), PemFile.read(files.key()))) {
                trouble = Optional.empty();
                return;
            }
            ServerCertificate renewed = ServerCertificate.read(files, clock.instant());
            for (SslContextFactory.Server each : shown) {
                each.reload(factory -> factory.setSslContext(renewed.context()));
            }
            current = renewed;
            trouble = Optional.empty();
            LOG.info("certificate renewed server={} until={}", what, renewed.until());
        } catch (Exception e) {
            keep(String.valueOf(e.getMessage()));
        }
    }

    private void keep(String why) {
        if (!trouble.equals(Optional.of(why))) {
            LOG.warn(
                    "certificate has changed and can't be used, the one before stays server={} until={} because=\"{}\"",
                    what,
                    current.until(),
                    why);
        }
        trouble = Optional.of(why);
    }

    /** Returns when the certificate in use ends. */
    public Instant until() {
        return current.until();
    }

    /** Returns why what the files hold is not in use. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** Makes what a server listens with. */
    Connector connector(Server server, HttpConfiguration http, String host, int port) {
        var tls = new SslContextFactory.Server();
        tls.setSslContext(current.context());
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        tls.setRenegotiationAllowed(false);
        shown.add(tls);
        var connector = new ServerConnector(
                server,
                new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
                new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
