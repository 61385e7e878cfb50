package heed.schemas.listen;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** A certification authority of a test, and what it issues as PEM files. */
public final class CertificateFixture {

    public static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    public static final Instant UNTIL = Instant.parse("2120-01-01T00:00:00Z");
    private static final X500Name AUTHORITY = new X500Name("CN=Authority of a test");

    private final KeyPair authority = pair("EC");
    private final byte[] authorityCertificate = issue(AUTHORITY, authority, FROM, UNTIL, authorityExtensions());

    /** Returns a key pair: {@code RSA}, {@code EC} or {@code Ed25519}. */
    public static KeyPair pair(String kind) {
        try {
            var generator = KeyPairGenerator.getInstance(kind);
            if (kind.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else if (kind.equals("RSA")) {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a certificate and the authority's behind it, as PEM. */
    public String certificate(KeyPair of, String... names) {
        return certificate(of, FROM, UNTIL, names);
    }

    /** Returns a certificate that is good for a time, and the authority's behind it, as PEM. */
    public String certificate(KeyPair of, Instant from, Instant until, String... names) {
        return pem("CERTIFICATE", issue(new X500Name("CN=" + names[0]), of, from, until, extensions(names)))
                + authorityCertificate();
    }

    /** Returns the authority's own certificate, as PEM. */
    public String authorityCertificate() {
        return pem("CERTIFICATE", authorityCertificate);
    }

    /** Writes a certificate and its key to files of a directory. */
    public CertificateFiles write(Path directory, String... names) {
        KeyPair pair = pair("EC");
        return writeTexts(directory, certificate(pair, names), pkcs8(pair));
    }

    /** Writes these texts to files of a directory. */
    public static CertificateFiles writeTexts(Path directory, String certificate, String key) {
        try {
            return new CertificateFiles(
                    Files.writeString(directory.resolve("heed.crt"), certificate),
                    Files.writeString(directory.resolve("heed.key"), key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what a client connects with that trusts this authority alone. */
    public SSLContext trusting() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "authority",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(authorityCertificate)));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pkcs8(KeyPair pair) {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    static String pkcs1(KeyPair rsa) {
        try {
            return pem(
                    "RSA PRIVATE KEY",
                    PrivateKeyInfo.getInstance(rsa.getPrivate().getEncoded())
                            .parsePrivateKey()
                            .toASN1Primitive()
                            .getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sec1(KeyPair ec) {
        try {
            var info = PrivateKeyInfo.getInstance(ec.getPrivate().getEncoded());
            return pem(
                    "EC PRIVATE KEY",
                    new org.bouncycastle.asn1.sec.ECPrivateKey(
                                    256,
                                    ((ECPrivateKey) ec.getPrivate()).getS(),
                                    info.getPrivateKeyAlgorithm().getParameters())
                            .getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pem(String type, byte[] content) {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Extensions authorityExtensions() {
        try {
            var extensions = new ExtensionsGenerator();
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            return extensions.generate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Extensions extensions(String... names) {
        try {
            var extensions = new ExtensionsGenerator();
            extensions.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(Stream.of(names)
                            .map(name -> new GeneralName(
                                    name.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName, name))
                            .toArray(GeneralName[]::new)));
            return extensions.generate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] issue(X500Name subject, KeyPair of, Instant from, Instant until, Extensions extensions) {
        var algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        var generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(BigInteger.valueOf(System.nanoTime())));
        generator.setIssuer(AUTHORITY);
        generator.setSubject(subject);
        generator.setStartDate(new Time(Date.from(from)));
        generator.setEndDate(new Time(Date.from(until)));
        generator.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(of.getPublic().getEncoded()));
        generator.setSignature(algorithm);
        generator.setExtensions(extensions);
        TBSCertificate unsigned = generator.generateTBSCertificate();
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(authority.getPrivate());
            signature.update(unsigned.getEncoded("DER"));
            var all = new ASN1EncodableVector();
            all.add(unsigned);
            all.add(algorithm);
            all.add(new DERBitString(signature.sign()));
            return new DERSequence(all).getEncoded("DER");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
