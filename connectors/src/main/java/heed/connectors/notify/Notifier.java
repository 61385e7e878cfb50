package heed.connectors.notify;

import heed.schemas.Delivery;
import heed.schemas.Unsubscription;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.reader.CommittedValues;
import heed.schemas.reader.Destination;
import heed.schemas.reader.Route;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Tells routes what has changed. What a route was told stands in the delivery log; whatever of the topics is not there
 * is still to be told, but for what was there before the route.
 */
public final class Notifier implements Destination, AutoCloseable {

    /** The topics that it reads, and beside them the one that it writes. */
    public static final List<Topic<?>> READS = Stream.<Topic<?>>concat(
                    NoticeSource.ALL.stream().map(NoticeSource::topic),
                    Stream.of(Topics.DELIVERIES, Topics.UNSUBSCRIPTIONS))
            .toList();

    private final List<Lane> lanes = new ArrayList<>();
    private final List<LaneWorker> workers = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Kafka kafka;
    private final Unsubscribed unsubscribed;
    private final DeliveryNotes notes;

    /** How the topics are read, and the delivery log is written. */
    public record Kafka(
            TopicSerdes serdes, Supplier<? extends Consumer<String, byte[]>> consumers, DeliveryWriter deliveries) {}

    /**
     * What notices are made with.
     *
     * @param page where links begin
     * @param zone of hours and digests
     * @param unsubscribed what the routes' mails are not sent by: it is filled here
     * @param stands how drops stand as they are told
     * @param most notices that may wait for a route at once
     */
    public record Config(
            Minimums minimums,
            HospitalDirectory hospitals,
            Questionnaires questionnaires,
            Supplier<URI> page,
            ZoneId zone,
            RetryWait again,
            Unsubscribed unsubscribed,
            Stands stands,
            int most) {

        private Notices notices(NoticeRoute route) {
            return new Notices(Disclosure.to(route.audience(), minimums), hospitals, questionnaires);
        }
    }

    /**
     * Reads what was told, and starts nothing yet.
     *
     * @param scopes what a text of {@link NoticeScope#text} says; nothing where that is not known any more
     */
    public Notifier(
            List<NoticeRoute> routes,
            Function<String, Optional<NoticeScope>> scopes,
            Kafka kafka,
            Config config,
            Clock clock) {
        this.kafka = kafka;
        this.notes = new DeliveryNotes(kafka.deliveries());
        this.unsubscribed = config.unsubscribed();
        Map<String, Told> told = told(routes);
        stopped();
        var setup = new LaneWorker.Setup(notes, config.page(), config.zone(), config.again(), config.stands(), clock);
        for (NoticeRoute route : routes) {
            Told of = told.getOrDefault(route.name(), new Told());
            var waiting = new Waiting(config.most());
            var lane = new Lane(
                    route, config.notices(route), of, waiting, of.began().flatMap(scopes), clock);
            lanes.add(lane);
            var status = new RouteStatus(
                    route.name(), waiting::size, () -> route.receiver().undrawn());
            workers.add(new LaneWorker(route, of, waiting, status, () -> readAgain(lane), setup));
        }
    }

    private Map<String, Told> told(List<NoticeRoute> routes) {
        Map<String, Told> told = new HashMap<>();
        routes.forEach(route -> told.put(route.name(), new Told()));
        values(Topics.DELIVERIES, row -> {
            Told of = told.get(row.getRoute());
            if (of != null) {
                of.add(row);
            }
        });
        return told;
    }

    /** Read before anything is told, so that a start sends nothing to whoever has stopped it. */
    private void stopped() {
        BiConsumer<String, Unsubscription> each = (id, row) -> {
            if (row == null) {
                unsubscribed.remove(id);
            } else {
                unsubscribed.add(row);
            }
        };
        new CommittedValues<>(Topics.UNSUBSCRIPTIONS, kafka.serdes(), kafka.consumers()).forEach(key -> true, each);
    }

    private void readAgain(Lane lane) {
        NoticeSource.ALL.forEach(source -> readAgain(lane, source));
    }

    private <V> void readAgain(Lane lane, NoticeSource<V> source) {
        values(source.topic(), record -> lane.take(source, record));
    }

    private <V> void values(Topic<V> topic, java.util.function.Consumer<V> each) {
        BiConsumer<String, V> unlessGone = (key, value) -> {
            if (value != null) {
                each.accept(value);
            }
        };
        new CommittedValues<>(topic, kafka.serdes(), kafka.consumers()).forEach(key -> true, unlessGone);
    }

    /** Starts to tell what waits. */
    public void start() {
        workers.forEach(LaneWorker::start);
    }

    /** Returns how each route stands. */
    public List<RouteStatus> status() {
        return workers.stream().map(LaneWorker::status).toList();
    }

    @Override
    public List<Route<?>> routes() {
        List<Route<?>> routes = new ArrayList<>();
        NoticeSource.ALL.forEach(source -> routes.add(route(source)));
        routes.add(new Route<>(Topics.UNSUBSCRIPTIONS, unsubscribed::add, unsubscribed::remove));
        return routes;
    }

    private <V> Route<V> route(NoticeSource<V> source) {
        return new Route<>(
                source.topic(),
                record -> lanes.forEach(lane -> lane.take(source, record)),
                gone -> lanes.forEach(lane -> lane.remove(source, gone)));
    }

    @Override
    public void restart() {
        lanes.forEach(Lane::restart);
    }

    @Override
    public void publish() {
        for (Lane lane : lanes) {
            begin(lane);
            if (lane.hasBegun()) {
                lane.handOn();
            }
        }
    }

    private void begin(Lane lane) {
        if (lane.hasBegun()) {
            return;
        }
        List<Delivery> rows = lane.beginning();
        try {
            if (rows.isEmpty() || notes.write(rows, closing)) {
                lane.begin(rows);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        workers.forEach(LaneWorker::close);
    }
}
