package heed.app.server;

import heed.app.settings.Settings;
import heed.monitoring.meters.Meters;
import heed.schemas.listen.Reach;
import heed.schemas.listen.RenewedCertificate;
import heed.schemas.listen.UnusableCertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** How page and intake are reached, with their certificates, which are read again when they are renewed. */
final class Reached implements AutoCloseable {

    private final StartedParts parts = new StartedParts();
    private final Clock clock;
    private final Reach page;
    private final Reach intake;

    /**
     * Reads the certificates.
     *
     * @throws StartException where one is of no use
     */
    Reached(Settings settings, Clock clock) {
        this.clock = clock;
        try {
            this.page = of("page", settings.page());
            this.intake = of("intake", settings.intake().listener());
        } catch (StartException e) {
            close();
            throw e;
        }
    }

    private Reach of(String what, Settings.Listener listener) {
        return new Reach(certificate(what, listener), listener.proxies());
    }

    private Optional<RenewedCertificate> certificate(String what, Settings.Listener listener) {
        try {
            return listener.certificate().map(files -> parts.add(new RenewedCertificate(what, files, clock))
                    .watched());
        } catch (UnusableCertificateException e) {
            throw new StartException(
                    "The " + what + " can't speak TLS as " + what + ".tls.certificate and " + what + ".tls.key say: "
                            + e.getMessage() + ".",
                    e);
        }
    }

    Reach page() {
        return page;
    }

    Reach intake() {
        return intake;
    }

    /** Exposes how long the certificates are good for. */
    void bindTo(Meters meters) {
        page.certificate().ifPresent(each -> bind("page", each, meters));
        intake.certificate().ifPresent(each -> bind("intake", each, meters));
    }

    private void bind(String server, RenewedCertificate certificate, Meters meters) {
        meters.bindCertificate(
                server,
                () -> Duration.between(clock.instant(), certificate.until()).toSeconds(),
                () -> certificate.trouble().isPresent());
    }

    @Override
    public void close() {
        parts.close();
    }
}
