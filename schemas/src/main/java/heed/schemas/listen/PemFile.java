package heed.schemas.listen;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/**
 * What is in a PEM file: certificates and a key, as Let's Encrypt, OpenSSL and the CA of a Windows domain write them.
 */
final class PemFile {

    private static final Set<String> CERTIFICATES = Set.of("CERTIFICATE", "X509 CERTIFICATE");
    private static final String PKCS_8 = "PRIVATE KEY";
    private static final String PKCS_1 = "RSA PRIVATE KEY";
    private static final String SEC_1 = "EC PRIVATE KEY";

    private static final ASN1ObjectIdentifier ED_25519 = new ASN1ObjectIdentifier("1.3.101.112");
    /** What Java calls the kinds of key that Heed knows. */
    private static final Map<ASN1ObjectIdentifier, String> KINDS = Map.of(
            PKCSObjectIdentifiers.rsaEncryption, "RSA", X9ObjectIdentifiers.id_ecPublicKey, "EC", ED_25519, "Ed25519");

    private final Path path;
    private final byte[] bytes;

    private PemFile(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    static PemFile read(Path path) {
        try {
            return new PemFile(path, Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new UnusableCertificateException("there is no file " + path, e);
        } catch (IOException e) {
            throw new UnusableCertificateException(
                    path + " can't be read (" + e.getClass().getSimpleName()
                            + "): let the user that Heed runs as read it",
                    e);
        }
    }

    /** Returns what it holds, so that a later reading can be told from this one. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** Returns all its certificates in their order, one at least. */
    List<X509Certificate> certificates() {
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemObject each : objects()) {
            if (CERTIFICATES.contains(each.getType())) {
                certificates.add(certificate(each));
            }
        }
        if (certificates.isEmpty()) {
            throw new UnusableCertificateException(path
                    + " holds no certificate in PEM form, which begins with -----BEGIN CERTIFICATE-----;"
                    + " `openssl x509 -inform der` and `openssl pkcs12` make one of other forms");
        }
        return certificates;
    }

    private X509Certificate certificate(PemObject object) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(object.getContent()));
        } catch (CertificateException e) {
            throw new UnusableCertificateException(
                    path + " holds a certificate that can't be read: have it issued anew", e);
        }
    }

    /** Returns its key. */
    PrivateKey key() {
        for (PemObject each : objects()) {
            if (each.getType().startsWith("ENCRYPTED ") || !each.getHeaders().isEmpty()) {
                throw new UnusableCertificateException("the key in " + path
                        + " is encrypted, and nobody is there to give its passphrase when Heed starts: take that off with"
                        + " `openssl pkey -in KEY -out PLAIN`, and let only the user that Heed runs as read the file");
            }
            if (each.getType().endsWith(PKCS_8)) {
                return key(each);
            }
        }
        throw new UnusableCertificateException(
                path + " holds no key in PEM form, which begins with -----BEGIN PRIVATE KEY-----");
    }

    private PrivateKey key(PemObject object) {
        try {
            PrivateKeyInfo info = info(object);
            return KeyFactory.getInstance(
                            KINDS.getOrDefault(info.getPrivateKeyAlgorithm().getAlgorithm(), "unknown"))
                    .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException | IllegalStateException e) {
            throw new UnusableCertificateException(
                    "the key in " + path + " can't be read: Heed knows keys of RSA, of elliptic curves and Ed25519", e);
        }
    }

    private static PrivateKeyInfo info(PemObject object) throws IOException {
        return switch (object.getType()) {
            case PKCS_8 -> PrivateKeyInfo.getInstance(object.getContent());
            case PKCS_1 ->
                new PrivateKeyInfo(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                        RSAPrivateKey.getInstance(object.getContent()));
            case SEC_1 -> {
                ECPrivateKey key = ECPrivateKey.getInstance(object.getContent());
                yield new PrivateKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()), key);
            }
            default -> throw new IOException("no key of " + object.getType());
        };
    }

    private List<PemObject> objects() {
        List<PemObject> objects = new ArrayList<>();
        // A byte order mark, as Windows writes it, is no part of the first line.
        String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
        try (var reader = new PemReader(new StringReader(text))) {
            for (PemObject each = reader.readPemObject(); each != null; each = reader.readPemObject()) {
                objects.add(each);
            }
            return objects;
        } catch (IOException | RuntimeException e) {
            throw new UnusableCertificateException(path + " breaks off or is not PEM throughout: copy it again", e);
        }
    }
}
