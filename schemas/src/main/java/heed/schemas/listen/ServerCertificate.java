package heed.schemas.listen;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** What a server shows itself by, and the key that proves it: they belong together and are good now. */
public final class ServerCertificate {

    private static final int DNS_NAME = 2;
    private static final int PROOF_BYTES = 32;

    private final byte[] certificateBytes;
    private final byte[] keyBytes;
    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private ServerCertificate(PemFile certificate, PemFile key) {
        this.certificateBytes = certificate.bytes();
        this.keyBytes = key.bytes();
        this.chain = certificate.certificates();
        this.key = key.key();
    }

    /**
     * Reads both files.
     *
     * @throws UnusableCertificateException with what is wrong
     */
    public static ServerCertificate read(CertificateFiles files, Instant now) {
        var read = new ServerCertificate(PemFile.read(files.certificate()), PemFile.read(files.key()));
        read.check(files, now);
        return read;
    }

    private void check(CertificateFiles files, Instant now) {
        if (!belongTogether()) {
            throw new UnusableCertificateException("the key in " + files.key()
                    + " is not that of the first certificate in " + files.certificate()
                    + ": the server's own certificate has to come first, and to have been issued for this key");
        }
        if (now.isAfter(until())) {
            throw new UnusableCertificateException(
                    "the certificate in " + files.certificate() + " ended at " + until() + ": have it renewed");
        }
        Instant from = chain.get(0).getNotBefore().toInstant();
        if (now.isBefore(from)) {
            throw new UnusableCertificateException("the certificate in " + files.certificate() + " begins at " + from
                    + " only, and this machine's clock says " + now + ": set the clock, or wait");
        }
    }

    /** What one signs the other has to know again. */
    private boolean belongTogether() {
        byte[] proof = new byte[PROOF_BYTES];
        new SecureRandom().nextBytes(proof);
        try {
            Signature signing = Signature.getInstance(signature());
            signing.initSign(key);
            signing.update(proof);
            byte[] signed = signing.sign();
            Signature verifying = Signature.getInstance(signature());
            verifying.initVerify(chain.get(0).getPublicKey());
            verifying.update(proof);
            return verifying.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private String signature() {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }

    /** Tells whether it was read from files that hold what these hold now. */
    boolean isOf(PemFile certificate, PemFile other) {
        return Arrays.equals(certificateBytes, certificate.bytes()) && Arrays.equals(keyBytes, other.bytes());
    }

    /** Returns when it ends. */
    public Instant until() {
        return chain.get(0).getNotAfter().toInstant();
    }

    /** Tells whether browsers take it for that of a server by that name. */
    public boolean names(String host) {
        String asked = host.toLowerCase(Locale.ROOT);
        int dot = asked.indexOf('.');
        Set<String> names = names();
        return names.contains(asked) || (dot > 0 && names.contains("*" + asked.substring(dot)));
    }

    /** Returns the names that it is good for, in small letters; one may begin with {@code *.}. */
    public Set<String> names() {
        try {
            var all = chain.get(0).getSubjectAlternativeNames();
            return all == null
                    ? Set.of()
                    : all.stream()
                            .filter(each -> Integer.valueOf(DNS_NAME).equals(each.get(0)))
                            .flatMap(each -> Stream.of(String.valueOf(each.get(1))))
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toUnmodifiableSet());
        } catch (CertificateParsingException e) {
            return Set.of();
        }
    }

    /** Returns what connections are made with. */
    SSLContext context() {
        try {
            char[] unused = new char[0];
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, unused);
            store.setKeyEntry("heed", key, unused, chain.toArray(X509Certificate[]::new));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, unused);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableCertificateException("Java makes no TLS of this certificate: " + e.getMessage(), e);
        }
    }
}
