package heed.connectors.notify.routes;

import heed.connectors.notify.post.SigningKey;
import heed.schemas.yaml.YamlFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads secrets from files of their own, and addresses. No message says what a secret is. */
final class SecretReader {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final YamlFile yaml;
    private final Path routes;

    /** Looks for files beside that of the routes. */
    SecretReader(YamlFile yaml, Path routes) {
        this.yaml = yaml;
        this.routes = routes;
    }

    /** Returns what stands in the file that {@code key} names, without the spaces around it. */
    String text(YamlFile.Table table, String key) {
        String name = table.text(key).value();
        if (name.isEmpty()) {
            return "";
        }
        try {
            String text = Files.readString(routes.resolveSibling(name)).strip();
            if (text.isEmpty()) {
                problem(table, key, "the file is empty");
            }
            return text;
        } catch (IOException | InvalidPathException e) {
            problem(table, key, "the file can't be read: " + e.getClass().getSimpleName());
            return "";
        }
    }

    /** Returns the keys of a file, one a line. */
    List<SigningKey> keys(YamlFile.Table table, String key) {
        List<SigningKey> keys = new ArrayList<>();
        text(table, key)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    Optional<SigningKey> each = SigningKey.of(line);
                    each.ifPresent(keys::add);
                    if (each.isEmpty()) {
                        problem(table, key, "each line of the file must be " + SigningKey.SHAPE);
                    }
                });
        return keys;
    }

    /** Returns the address that a file has. */
    Optional<URI> url(YamlFile.Table table, String key) {
        return secured(table, key, text(table, key));
    }

    /** Returns the address that stands in the file of routes. */
    Optional<URI> plainUrl(YamlFile.Table table, String key) {
        return secured(table, key, table.text(key).value());
    }

    /** Returns the same where it need not be HTTPS. */
    Optional<URI> anyUrl(YamlFile.Table table, String key) {
        return parsed(table, key, table.text(key).value());
    }

    private Optional<URI> secured(YamlFile.Table table, String key, String text) {
        Optional<URI> url = parsed(table, key, text);
        if (url.isPresent()
                && !"https".equals(url.get().getScheme())
                && !THIS_MACHINE.contains(url.get().getHost())) {
            problem(table, key, "must be an https:// address, but for one of this machine");
            return Optional.empty();
        }
        return url;
    }

    private Optional<URI> parsed(YamlFile.Table table, String key, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && Set.of("http", "https").contains(url.getScheme())) {
                return Optional.of(url);
            }
        } catch (IllegalArgumentException e) {
            // Said below, without the text, which may be a secret.
        }
        problem(table, key, "is no address such as https://example.org/hook");
        return Optional.empty();
    }

    private void problem(YamlFile.Table table, String key, String what) {
        yaml.problem(table.line(key), table.path() + ": '" + key + "': " + what);
    }
}
