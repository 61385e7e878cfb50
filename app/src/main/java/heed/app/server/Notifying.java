package heed.app.server;

import heed.app.settings.Component;
import heed.app.settings.Installation;
import heed.app.settings.Settings;
import heed.connectors.KafkaRowWriter;
import heed.connectors.notify.Notifier;
import heed.connectors.notify.RetryWait;
import heed.connectors.notify.RouteStatus;
import heed.connectors.notify.Unsubscribed;
import heed.connectors.notify.mail.WayOut;
import heed.connectors.notify.routes.RoutesReader;
import heed.connectors.notify.routes.ScopeReader;
import heed.monitoring.meters.Meters;
import heed.monitoring.meters.RouteCounts;
import heed.schemas.Delivery;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedReader;
import heed.schemas.topic.Topics;
import heed.schemas.yaml.FileProblemsException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;

/** Runs what tells people outside of changes. */
final class Notifying implements AutoCloseable {

    private static final int MOST_WAITING = 1_000;

    private final StartedParts parts = new StartedParts();

    private Notifying(
            Installation installation, NoticeRoutes routes, ReadyServers servers, LivePage page, Clock clock) {
        Settings settings = installation.settings();
        Map<String, Object> client = new HashMap<>(servers.client(Component.NOTIFIER));
        client.put(CommonClientConfigs.CLIENT_ID_CONFIG, "heed-notifier");
        var consumers = CommittedConsumers.of(client);
        KafkaRowWriter<Delivery> writer = parts.add(KafkaRowWriter.connect(
                Topics.DELIVERIES,
                client,
                servers.serdes().of(Topics.DELIVERIES).serializer()));
        URI address = settings.page().publicUrl().orElse(page.url());
        var notifier = parts.add(new Notifier(
                routes.all(),
                ScopeReader::of,
                new Notifier.Kafka(servers.serdes(), consumers, writer::put),
                new Notifier.Config(
                        settings.audiences().minimums(),
                        installation.hospitals(),
                        installation.questionnaires(),
                        () -> address,
                        settings.hospitals().zone(),
                        RetryWait.USUAL,
                        routes.unsubscribed(),
                        page.stands(),
                        MOST_WAITING),
                clock));
        notifier.status().forEach(status -> bind(page.meters(), status));
        parts.add(new CommittedReader("heed-notifier-reader", consumers, servers.serdes(), notifier, clock))
                .start();
        notifier.start();
    }

    private static void bind(Meters meters, RouteStatus status) {
        meters.bindRoute(
                status.route(),
                new RouteCounts(
                        status::told,
                        status::refused,
                        status::failed,
                        status::undrawn,
                        status::waiting,
                        status::isFailing));
    }

    /** Starts it. */
    static Notifying start(
            Installation installation, NoticeRoutes routes, ReadyServers servers, LivePage page, Clock clock) {
        return new Notifying(installation, routes, servers, page, clock);
    }

    /**
     * Returns the routes of an installation: none where nobody is to be told.
     *
     * @throws StartException where the file of routes is wrong
     */
    static NoticeRoutes routes(Installation installation, Clock clock) {
        Settings settings = installation.settings();
        var unsubscribed = new Unsubscribed();
        try {
            Optional<Path> file = settings.routes();
            if (file.isEmpty()) {
                return new NoticeRoutes(List.of(), unsubscribed, Optional.empty());
            }
            Optional<MailLinks> links =
                    settings.unsubscribesAt().map(page -> MailLinks.of(settings.data(), page, new SecureRandom()));
            var out = new WayOut(unsubscribed, links.map(each -> each::of));
            return new NoticeRoutes(
                    RoutesReader.read(file.get(), installation.questionnaires(), out, clock), unsubscribed, links);
        } catch (FileProblemsException e) {
            throw new StartException("The file of routes is wrong:\n  " + String.join("\n  ", e.problems()));
        }
    }

    @Override
    public void close() {
        parts.close();
    }
}
