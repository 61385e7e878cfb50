package heed.connectors.notify.routes;

import heed.connectors.notify.DigestEvery;
import heed.connectors.notify.NoticeKind;
import heed.connectors.notify.NoticeRoute;
import heed.connectors.notify.NoticeScope;
import heed.connectors.notify.Receiver;
import heed.connectors.notify.mail.MailServer;
import heed.connectors.notify.mail.WayOut;
import heed.schemas.Audience;
import heed.schemas.access.Scope;
import heed.schemas.name.Codes;
import heed.schemas.name.NearestName;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.yaml.FileProblemsException;
import heed.schemas.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the file of routes, and reports all that is wrong with it at once. */
public final class RoutesReader {

    private static final List<String> KEYS = List.of("mail", "routes");
    private static final List<String> OF_ROUTES = Stream.of(
                    List.of("to", "audience", "hours", "days", "digest"), ScopeReader.KEYS, ReceiverReader.KEYS)
            .flatMap(List::stream)
            .toList();
    private static final Map<String, DigestEvery> DIGESTS =
            Map.of("daily", DigestEvery.DAY, "weekly", DigestEvery.WEEK);
    private static final Map<String, Audience> AUDIENCES =
            Map.of("internal", Audience.INTERNAL, "published", Audience.PUBLISHED);

    private final List<String> problems = new ArrayList<>();
    private final YamlFile yaml;
    private final Questionnaires questionnaires;
    private final ReceiverReader receivers;

    private RoutesReader(Path file, Questionnaires questionnaires, WayOut out, Clock clock) {
        this.yaml = new YamlFile(file.toString(), problems);
        this.questionnaires = questionnaires;
        this.receivers = new ReceiverReader(yaml, file, out, clock);
    }

    /**
     * Returns the routes of a file, and with them the secrets that it names files of.
     *
     * @throws FileProblemsException with every problem
     */
    public static List<NoticeRoute> read(Path file, Questionnaires questionnaires, Clock clock) {
        return read(file, questionnaires, WayOut.none(), clock);
    }

    /** Returns the same, whose mails can be stopped and are not sent where they were. */
    public static List<NoticeRoute> read(Path file, Questionnaires questionnaires, WayOut out, Clock clock) {
        var reader = new RoutesReader(file, questionnaires, out, clock);
        List<NoticeRoute> routes = reader.routes(text(file));
        if (!reader.problems.isEmpty()) {
            throw new FileProblemsException(reader.problems);
        }
        return routes;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new FileProblemsException(List.of(file + ": is not in UTF-8"));
        } catch (IOException e) {
            throw new FileProblemsException(List.of(file + ": can't be read: " + e.getMessage()));
        }
    }

    private List<NoticeRoute> routes(String text) {
        YamlFile.Table root = yaml.parse(text);
        if (root.keys().isEmpty()) {
            return List.of();
        }
        root.onlyKnows(KEYS);
        Optional<MailServer> mail =
                root.has("mail") ? Optional.of(receivers.mail(root.table("mail"))) : Optional.empty();
        List<NoticeRoute> routes = new ArrayList<>();
        YamlFile.Table table = root.table("routes");
        for (String name : table.keys()) {
            if (!Codes.isCode(name)) {
                yaml.problem(table.line(name), "routes: '" + name + "' must match " + Codes.PATTERN);
            }
            route(name, table.table(name), mail).ifPresent(routes::add);
        }
        return routes;
    }

    private Optional<NoticeRoute> route(String name, YamlFile.Table table, Optional<MailServer> mail) {
        table.onlyKnows(OF_ROUTES);
        var scope = new ScopeReader(yaml).read(table);
        for (String measure : scope.measures()) {
            if (questionnaires.measure(measure).isEmpty()) {
                yaml.problem(table.line("measures"), table.path() + ": there is no measure '" + measure + "'");
            }
        }
        Audience audience = one(table, "audience", AUDIENCES).orElse(Audience.INTERNAL);
        Optional<DigestEvery> digest = one(table, "digest", DIGESTS);
        if (digest.isPresent() && !table.text("to").value().equals(ReceiverReader.MAIL)) {
            yaml.problem(table.line("digest"), table.path() + ": a digest is for mail alone");
        }
        var hours = new HoursReader(yaml).read(table);
        Optional<Receiver> receiver = receivers.receiver(table, mail);
        return receiver.map(to -> new NoticeRoute(name, told(table, scope, audience), audience, hours, digest, to));
    }

    /**
     * Returns what a route is told: everybody not that an episode has one of some hospitals in it, since they are told
     * of none which those are.
     */
    private NoticeScope told(YamlFile.Table table, NoticeScope scope, Audience audience) {
        if (audience == Audience.PUBLISHED && scope.kinds().contains(NoticeKind.THEME_RISE)) {
            yaml.problem(
                    table.line("about"),
                    table.path() + ": 'theme-rises' are for 'audience: internal', since what people write about is told"
                            + " to staff alone: take 'theme-rises' out");
        }
        if (audience != Audience.PUBLISHED || scope.places().extent() == Scope.Extent.EVERYWHERE) {
            return scope;
        }
        if (table.has("about") && scope.kinds().contains(NoticeKind.EPISODE)) {
            yaml.problem(
                    table.line("about"),
                    table.path() + ": 'episodes' of some hospitals are for 'audience: internal', since everybody else"
                            + " is not told which hospitals an episode has: take 'episodes' or 'hospitals' out");
        }
        return scope.without(NoticeKind.EPISODE);
    }

    private <T> Optional<T> one(YamlFile.Table table, String key, Map<String, T> known) {
        if (!table.has(key)) {
            return Optional.empty();
        }
        String text = table.text(key).value();
        if (!known.containsKey(text) && !text.isEmpty()) {
            List<String> allowed = known.keySet().stream().sorted().toList();
            yaml.problem(
                    table.line(key),
                    table.path() + ": '" + key + "' can't be '" + text + "'; the nearest is "
                            + NearestName.of(text, allowed) + "; allowed: " + String.join(", ", allowed));
        }
        return Optional.ofNullable(known.get(text));
    }
}
