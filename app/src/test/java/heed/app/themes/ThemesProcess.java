package heed.app.themes;

import heed.app.notify.KnownSchemas;
import heed.connectors.theme.ThemeModel;
import heed.connectors.theme.weeks.KafkaThemeOutput;
import heed.connectors.theme.weeks.Labeller;
import heed.connectors.theme.weeks.ThemeWeeks;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedReader;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A process that labels and counts comments until it is killed. */
final class ThemesProcess {

    private ThemesProcess() {}

    public static void main(String[] args) throws InterruptedException {
        var serdes = KnownSchemas.serdes();
        Map<String, Object> client = Map.of("bootstrap.servers", args[0]);
        var weeks = new ThemeWeeks(
                new Labeller(ThemeModel.shipped(), HospitalDirectory.empty()),
                KafkaThemeOutput.connect(serdes, client, args[1]),
                new ThemeWeeks.Config(Duration.ofDays(30), ThemesKilledIT.MINIMUM, Optional.empty()),
                Clock.systemUTC());
        new CommittedReader("themes-reader", CommittedConsumers.of(client), serdes, weeks, Clock.systemUTC()).start();
        new CountDownLatch(1).await();
    }
}
