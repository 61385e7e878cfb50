package heed.app.settings;

import heed.schemas.listen.CertificateFiles;
import heed.schemas.listen.ForwardedBy;
import heed.schemas.listen.Network;
import heed.schemas.listen.Proxies;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Declares where a server of ours listens and how it is reached: the same of page and intake.
 *
 * @param publicUrl of the page alone
 */
record ListenSettings(
        Setting<String> host,
        Setting<Integer> port,
        Setting<List<String>> names,
        Optional<Setting<Optional<URI>>> publicUrl,
        Setting<Optional<Path>> certificate,
        Setting<Optional<Path>> key,
        Setting<List<Network>> proxies,
        Setting<ForwardedBy> proxyHeader) {

    static final ListenSettings PAGE = of(
            "page",
            new Setting<>(
                    "page.host",
                    ValueTypes.host(),
                    "127.0.0.1",
                    "Address that the page listens on; others than loopback need access.people accounts or provider and TLS or a named proxy, or --i-know-this-is-open"),
            new Setting<>("page.port", ValueTypes.port(), "8080", "Port of the page, /api, /metrics and /health"),
            Optional.of(
                    new Setting<>(
                            "page.public-url",
                            ValueTypes.optionalOrigin(),
                            "",
                            "Address that people reach the page by, where that is not page.host and page.port; its name is known")));

    static final ListenSettings INTAKE = of(
            "intake",
            new Setting<>(
                    "intake.host",
                    ValueTypes.host(),
                    "127.0.0.1",
                    "Address that the intake listens on; others than loopback need access.people accounts or provider and TLS or a named proxy, or --i-know-this-is-open"),
            new Setting<>("intake.port", ValueTypes.port(), "8081", "Port of the intake"),
            Optional.empty());

    private static ListenSettings of(
            String what, Setting<String> host, Setting<Integer> port, Optional<Setting<Optional<URI>>> publicUrl) {
        return new ListenSettings(
                host,
                port,
                new Setting<>(
                        what + ".names",
                        ValueTypes.hostNames(),
                        "",
                        "Further host names that the " + what + " is asked for by; addresses, localhost and " + what
                                + ".host are known"),
                publicUrl,
                new Setting<>(
                        what + ".tls.certificate",
                        ValueTypes.optionalFile(),
                        "",
                        "PEM file of the certificate that the " + what
                                + " shows itself by, and of those that signed it;" + " with it the " + what
                                + " speaks TLS alone"),
                new Setting<>(
                        what + ".tls.key",
                        ValueTypes.optionalFile(),
                        "",
                        "PEM file of the key that belongs to that certificate, not encrypted"),
                new Setting<>(
                        what + ".proxies",
                        networks(),
                        "",
                        "Proxies in front of the " + what
                                + " that are believed about whom they ask for; of others such headers are ignored"),
                new Setting<>(
                        what + ".proxy-header",
                        forwardedBy(),
                        "x-forwarded",
                        "The headers by which these proxies say it"));
    }

    private static ValueType<List<Network>> networks() {
        return ValueTypes.of(
                "addresses or networks such as 10.1.2.3 and 10.0.0.0/8, several separated by commas, or empty",
                text -> text.isBlank()
                        ? List.of()
                        : Arrays.stream(text.split(",", -1))
                                .map(String::strip)
                                .map(Network::parse)
                                .toList());
    }

    private static ValueType<ForwardedBy> forwardedBy() {
        return ValueTypes.oneOf(List.of(ForwardedBy.values()), ForwardedBy::code);
    }

    /** Returns all of them, in the order of the file. */
    List<Setting<?>> all() {
        return Stream.<Stream<? extends Setting<?>>>of(
                        Stream.of(host, port, names),
                        publicUrl.stream(),
                        Stream.of(certificate, key, proxies, proxyHeader))
                .<Setting<?>>flatMap(each -> each)
                .toList();
    }

    /** Returns what does not fit together. */
    Optional<SettingProblem> problem(ServerAccessReader.Values values, Map<String, SettingValue> chosen) {
        boolean lacksKey = values.of(key).isEmpty();
        return values.of(certificate).isEmpty() == lacksKey
                ? Optional.empty()
                : Optional.of(SettingProblem.notAllowed(
                        Objects.requireNonNull(
                                chosen.get(lacksKey ? certificate.key() : key.key()), "neither is there unless given"),
                        "given together with " + (lacksKey ? key.key() : certificate.key()) + ": both or neither"));
    }

    /** Returns what they say. */
    Settings.Listener read(ServerAccessReader.Values values) {
        return new Settings.Listener(
                values.of(host),
                values.of(port),
                values.of(names),
                publicUrl.flatMap(values::of),
                values.of(certificate).flatMap(file -> values.of(key).map(other -> new CertificateFiles(file, other))),
                new Proxies(values.of(proxies), values.of(proxyHeader)));
    }
}
