package heed.app.notify;

import heed.connectors.KafkaRowWriter;
import heed.connectors.notify.Notifier;
import heed.connectors.notify.RetryWait;
import heed.connectors.notify.Stands;
import heed.connectors.notify.Unsubscribed;
import heed.connectors.notify.mail.WayOut;
import heed.connectors.notify.routes.RoutesReader;
import heed.connectors.notify.routes.ScopeReader;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedReader;
import heed.schemas.topic.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A process that tells the routes of a file until it is killed. */
final class NotifierProcess {

    private static final int MOST_WAITING = 2;

    private NotifierProcess() {}

    public static void main(String[] args) throws InterruptedException {
        var serdes = KnownSchemas.serdes();
        Map<String, Object> client = Map.of("bootstrap.servers", args[0]);
        var consumers = CommittedConsumers.of(client);
        var writer = KafkaRowWriter.connect(
                Topics.DELIVERIES, client, serdes.of(Topics.DELIVERIES).serializer());
        Questionnaires questionnaires = Questionnaires.shipped();
        var unsubscribed = new Unsubscribed();
        URI page = URI.create("https://heed.example.org/");
        var out = new WayOut(unsubscribed, Optional.of((route, id) -> page.resolve("/unsubscribe/" + id)));
        var notifier = new Notifier(
                RoutesReader.read(Path.of(args[1]), questionnaires, out, Clock.systemUTC()),
                ScopeReader::of,
                new Notifier.Kafka(serdes, consumers, writer::put),
                new Notifier.Config(
                        new Minimums(10, 21),
                        HospitalDirectory.empty(),
                        questionnaires,
                        () -> page,
                        ZoneId.of("Europe/London"),
                        new RetryWait(Duration.ofMillis(100), Duration.ofMillis(400)),
                        unsubscribed,
                        Stands.UNKNOWN,
                        MOST_WAITING),
                Clock.systemUTC());
        new CommittedReader("notifier-reader", consumers, serdes, notifier, Clock.systemUTC()).start();
        notifier.start();
        new CountDownLatch(1).await();
    }
}
