package heed.app.server;

import heed.app.settings.Component;
import heed.app.settings.Installation;
import heed.app.settings.Settings;
import heed.app.share.DetectedShares;
import heed.connectors.theme.ThemeModel;
import heed.connectors.theme.weeks.KafkaThemeOutput;
import heed.connectors.theme.weeks.Labeller;
import heed.connectors.theme.weeks.ThemeWeeks;
import heed.monitoring.meters.Meters;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedReader;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;

/** Runs what labels comments and counts them by theme. */
final class Theming implements AutoCloseable {

    private final StartedParts parts = new StartedParts();

    private Theming(Installation installation, ReadyServers servers, Meters meters, Clock clock) {
        Settings settings = installation.settings();
        Map<String, Object> client = new HashMap<>(servers.client(Component.THEMES));
        client.put(CommonClientConfigs.CLIENT_ID_CONFIG, "heed-themes");
        var weeks = parts.add(new ThemeWeeks(
                new Labeller(ThemeModel.shipped(), installation.hospitals()),
                KafkaThemeOutput.connect(
                        servers.serdes(),
                        client,
                        ThemeWeeks.transactionalId(settings.pipeline().applicationId())),
                new ThemeWeeks.Config(
                        settings.comments().retention(),
                        settings.audiences().minimums().internal(),
                        settings.comments().areWatched() ? Optional.of(new DetectedShares()) : Optional.empty()),
                clock));
        var reader = parts.add(new CommittedReader(
                "heed-themes-reader", CommittedConsumers.of(client), servers.serdes(), weeks, clock));
        meters.bindThemes(weeks::isCounting, () -> reader.status().lag());
        reader.start();
    }

    /** Starts it. */
    static Theming start(Installation installation, ReadyServers servers, Meters meters, Clock clock) {
        return new Theming(installation, servers, meters, clock);
    }

    @Override
    public void close() {
        parts.close();
    }
}
