package heed.app.themes;

import heed.app.notify.KnownSchemas;
import heed.connectors.theme.ThemeModel;
import heed.connectors.theme.weeks.KafkaThemeOutput;
import heed.connectors.theme.weeks.Labeller;
import heed.connectors.theme.weeks.ShareRise;
import heed.connectors.theme.weeks.ShareWatch;
import heed.connectors.theme.weeks.ThemeWeeks;
import heed.connectors.theme.weeks.WeekShare;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedReader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A process that labels and counts comments until it is killed. */
final class ThemesProcess {

    private ThemesProcess() {}

    /** Finds a rise in the last week of each theme, so that there is one to write with the rows it follows from. */
    private static final class RisenOnceThereAreWeeks implements ShareWatch {

        @Override
        public Optional<ShareRise> newest(List<WeekShare> weeks) {
            if (weeks.isEmpty()) {
                return Optional.empty();
            }
            WeekShare last = weeks.get(weeks.size() - 1);
            var figures = new ShareRise.Figures(.1, .2, .6, .5, last.comments(), 1, weeks.size());
            return Optional.of(new ShareRise(last.monday(), last.monday(), null, last.monday(), figures, 3));
        }

        @Override
        public double falseAlarmDays() {
            return 4380;
        }

        @Override
        public String version() {
            return "watch-2";
        }
    }

    public static void main(String[] args) throws InterruptedException {
        var serdes = KnownSchemas.serdes();
        Map<String, Object> client = Map.of("bootstrap.servers", args[0]);
        var weeks = new ThemeWeeks(
                new Labeller(ThemeModel.shipped(), HospitalDirectory.empty()),
                KafkaThemeOutput.connect(serdes, client, args[1]),
                new ThemeWeeks.Config(
                        Duration.ofDays(30), ThemesKilledIT.MINIMUM, Optional.of(new RisenOnceThereAreWeeks())),
                Clock.systemUTC());
        new CommittedReader("themes-reader", CommittedConsumers.of(client), serdes, weeks, Clock.systemUTC()).start();
        new CountDownLatch(1).await();
    }
}
