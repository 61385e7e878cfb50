package heed.app.doctor;

import heed.app.settings.Settings;
import heed.schemas.listen.ServerCertificate;
import heed.schemas.listen.UnusableCertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks at the certificates of page and intake, as Heed does when it starts. */
final class CertificateCheck {

    private static final Duration SOON = Duration.ofDays(14);

    private final Clock clock;

    CertificateCheck(Clock clock) {
        this.clock = clock;
    }

    /** Returns what there is to say of a server's certificate; nothing where it speaks no TLS. */
    Optional<Finding> run(String what, Settings.Listener listener) {
        try {
            Instant now = clock.instant();
            return listener.certificate().map(files -> found(what, listener, ServerCertificate.read(files, now), now));
        } catch (UnusableCertificateException e) {
            return Optional.of(Finding.problem(
                    "the " + what + " can't speak TLS: " + e.getMessage(),
                    "Mend " + what + ".tls.certificate and " + what + ".tls.key"));
        }
    }

    private static Finding found(String what, Settings.Listener listener, ServerCertificate certificate, Instant now) {
        Duration left = Duration.between(now, certificate.until());
        List<String> others = listener.allNames().stream()
                .filter(name -> !certificate.names(name))
                .toList();
        String good = "the certificate of the " + what + " is good for " + left.toDays() + " days";
        if (left.compareTo(SOON) < 0) {
            return Finding.problem(good + " only", "Have it renewed; Heed reads the new one by itself");
        }
        return others.isEmpty()
                ? Finding.ok(good)
                : Finding.problem(
                        good + ", but not by the name " + String.join(", ", others),
                        "Have one issued for that name too, or take it out of " + what + ".names");
    }
}
