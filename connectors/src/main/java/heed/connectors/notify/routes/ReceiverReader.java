package heed.connectors.notify.routes;

import heed.connectors.notify.Receiver;
import heed.connectors.notify.mail.MailReceiver;
import heed.connectors.notify.mail.MailServer;
import heed.connectors.notify.mail.WayOut;
import heed.connectors.notify.post.AlertmanagerReceiver;
import heed.connectors.notify.post.PagerDutyReceiver;
import heed.connectors.notify.post.Posting;
import heed.connectors.notify.post.SigningKey;
import heed.connectors.notify.post.SlackReceiver;
import heed.connectors.notify.post.TeamsReceiver;
import heed.connectors.notify.post.WebhookReceiver;
import heed.schemas.name.NearestName;
import heed.schemas.yaml.YamlFile;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads where routes end: each way with the keys that are its own. */
final class ReceiverReader {

    static final String MAIL = "mail";
    static final List<String> KEYS = List.of("addresses", "url", "url-file", "secret-file", "key-file");

    private static final List<String> WAYS = List.of(MAIL, "webhook", "slack", "teams", "alertmanager", "pagerduty");
    private static final List<String> OF_MAIL = List.of("host", "port", "security", "user", "password-file", "from");
    private static final Map<String, MailServer.Security> SECURITIES = Map.of(
            "starttls", MailServer.Security.STARTTLS,
            "tls", MailServer.Security.TLS,
            "none", MailServer.Security.NONE);
    /** One address by itself: no name beside it, no list, no line break that would begin a header. */
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;<>\"()]{1,64}@[A-Za-z0-9.-]{1,255}");

    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int MOST_PORT = 65_535;
    private static final int SUBMISSION = 587;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final YamlFile yaml;
    private final SecretReader secrets;
    private final WayOut out;
    private final Clock clock;
    private final Posting posting = new Posting(HttpClient.newBuilder()
            .connectTimeout(LONGEST_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build());

    ReceiverReader(YamlFile yaml, Path file, WayOut out, Clock clock) {
        this.yaml = yaml;
        this.secrets = new SecretReader(yaml, file);
        this.out = out;
        this.clock = clock;
    }

    MailServer mail(YamlFile.Table table) {
        table.onlyKnows(OF_MAIL);
        String written = table.has("security") ? table.text("security").value() : "starttls";
        MailServer.Security security = SECURITIES.getOrDefault(written, MailServer.Security.STARTTLS);
        if (!SECURITIES.containsKey(written)) {
            yaml.problem(table.line("security"), "mail: 'security' must be starttls, tls or none");
        }
        Optional<MailServer.Login> login = table.has("user")
                ? Optional.of(new MailServer.Login(table.text("user").value(), secrets.text(table, "password-file")))
                : Optional.empty();
        if (login.isPresent() && security == MailServer.Security.NONE) {
            yaml.problem(
                    table.line("security"),
                    "mail: a password is shown to nobody in clear: 'security' must be" + " starttls or tls");
        }
        return new MailServer(table.text("host").value(), port(table), security, login, address(table, "from"));
    }

    private int port(YamlFile.Table table) {
        if (!table.has("port")) {
            return SUBMISSION;
        }
        String text = table.text("port").value();
        int port = PORT.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (port < 1 || port > MOST_PORT) {
            yaml.problem(table.line("port"), "mail: 'port' must be 1 to 65535");
        }
        return port;
    }

    private String address(YamlFile.Table table, String key) {
        String text = table.text(key).value();
        checkAddress(table, key, text);
        return text;
    }

    private void checkAddress(YamlFile.Table table, String key, String text) {
        if (!text.isEmpty() && !ADDRESS.matcher(text).matches()) {
            yaml.problem(table.line(key), table.path() + ": '" + text + "' is no address such as sister@example.org");
        }
    }

    /** Returns nothing where that was a problem. */
    Optional<Receiver> receiver(YamlFile.Table table, Optional<MailServer> mail) {
        String to = table.text("to").value();
        return switch (to.toLowerCase(Locale.ROOT)) {
            case MAIL -> byMail(table, mail);
            case "webhook" -> with(table, List.of("url", "secret-file"), () -> webhook(table));
            case "slack" ->
                with(table, List.of("url-file"), () -> secrets.url(table, "url-file")
                        .map(url -> new SlackReceiver(url, posting)));
            case "teams" ->
                with(table, List.of("url-file"), () -> secrets.url(table, "url-file")
                        .map(url -> new TeamsReceiver(url, posting)));
            case "alertmanager" ->
                with(table, List.of("url"), () -> secrets.anyUrl(table, "url")
                        .map(url -> new AlertmanagerReceiver(url, posting, clock)));
            case "pagerduty" -> with(table, List.of("url", "key-file"), () -> pagerDuty(table));
            case "" -> Optional.empty();
            default -> {
                yaml.problem(
                        table.line("to"),
                        table.path() + ": 'to' can't be '" + to + "'; the nearest is " + NearestName.of(to, WAYS)
                                + "; allowed: " + String.join(", ", WAYS));
                yield Optional.empty();
            }
        };
    }

    /** Complains of keys of other ways. */
    private Optional<Receiver> with(
            YamlFile.Table table, List<String> own, Supplier<Optional<? extends Receiver>> receiver) {
        KEYS.stream()
                .filter(key -> table.has(key) && !own.contains(key))
                .forEach(key -> yaml.problem(
                        table.line(key),
                        table.path() + ": '" + key + "' means nothing to "
                                + table.text("to").value()));
        return receiver.get().map(Function.identity());
    }

    private Optional<Receiver> byMail(YamlFile.Table table, Optional<MailServer> mail) {
        if (mail.isEmpty()) {
            yaml.problem(table.line("to"), table.path() + ": goes by mail, and the file lacks 'mail', the server");
        }
        return with(table, List.of("addresses"), () -> {
            List<String> addresses =
                    new ArrayList<>(ScopeReader.split(table.text("addresses").value()));
            addresses.forEach(each -> checkAddress(table, "addresses", each));
            return mail.map(server -> new MailReceiver(server, addresses, out, clock));
        });
    }

    private Optional<Receiver> webhook(YamlFile.Table table) {
        List<SigningKey> keys = secrets.keys(table, "secret-file");
        return secrets.plainUrl(table, "url").map(url -> new WebhookReceiver(url, keys, posting, clock));
    }

    private Optional<Receiver> pagerDuty(YamlFile.Table table) {
        String key = secrets.text(table, "key-file");
        return table.has("url")
                ? secrets.plainUrl(table, "url").map(url -> new PagerDutyReceiver(url, key, posting))
                : Optional.of(new PagerDutyReceiver(PagerDutyReceiver.EVENTS, key, posting));
    }
}
