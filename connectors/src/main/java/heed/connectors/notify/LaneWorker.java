package heed.connectors.notify;

import heed.schemas.Delivery;
import heed.schemas.DeliveryOutcome;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one route what waits for it, one message after another, on a thread of its own: a receiver that is slow or
 * away stops nobody else. A message is tried until it is taken or refused for good, and noted before the next one
 * begins: whenever this is killed, only the one that was on its way comes again, under the same id. Nothing that goes
 * wrong ends the thread, but a heap that is full: a message by which Heed itself fails is given up after
 * {@link #MOST_FAULTS} tries, so that it keeps nobody from what follows.
 */
final class LaneWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LaneWorker.class);
    static final int MOST_FAULTS = 10;

    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final long LONGEST_CLOSE_MILLIS = 5_000;

    /** What the worker needs to know beside its route. */
    record Setup(DeliveryNotes notes, Supplier<URI> page, ZoneId zone, RetryWait again, Stands stands, Clock clock) {}

    private final NoticeRoute route;
    private final Told told;
    private final Waiting waiting;
    private final RouteStatus status;
    private final Runnable rereading;
    private final Setup setup;
    private final AtSending atSending;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private Instant lastDigest = Instant.MIN;

    /**
     * Starts nothing yet.
     *
     * @param rereading offers all that the topics hold to the route once more
     */
    LaneWorker(NoticeRoute route, Told told, Waiting waiting, RouteStatus status, Runnable rereading, Setup setup) {
        this.route = route;
        this.told = told;
        this.waiting = waiting;
        this.status = status;
        this.rereading = rereading;
        this.setup = setup;
        this.atSending = new AtSending(setup.stands(), route);
        this.thread = new Thread(this::run, "heed-notify-" + route.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    RouteStatus status() {
        return status;
    }

    private void run() {
        try {
            int faults = 0;
            while (closing.getCount() > 0) {
                if (!stepped()) {
                    faults++;
                    pause(setup.again().after(faults));
                } else if (faults > 0) {
                    faults = 0;
                    status.recover();
                }
            }
        } catch (InterruptedException e) {
            LOG.info("notifier interrupted route={}", route.name());
        }
    }

    /** Makes a step, and returns whether nothing unforeseen went wrong. */
    private boolean stepped() throws InterruptedException {
        try {
            step();
            return true;
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            status.fail();
            lastDigest = Instant.MIN;
            LOG.error("route failed unforeseen, goes on after a wait route={} cause={}", route.name(), cause(e));
            return false;
        }
    }

    private void step() throws InterruptedException {
        waiting.remove(waiting.all().stream().filter(told::has).toList());
        if (waiting.wantsRest()) {
            readRest();
        }
        List<Notice> due = due(setup.clock().instant().atZone(setup.zone()));
        if (due.isEmpty()) {
            waiting.awaitMore(LOOK_EVERY_MILLIS);
        } else {
            URI page = setup.page().get();
            bring(
                    route.digest().isPresent()
                            ? Message.digest(route.name(), due, page)
                            : Message.of(route.name(), due, page));
        }
    }

    /** Returns what is to be told now in one message. */
    private List<Notice> due(ZonedDateTime now) {
        List<Notice> all = waiting.all();
        if (all.isEmpty() || !route.hours().include(now)) {
            return List.of();
        }
        if (route.digest().isEmpty()) {
            return all.subList(0, 1);
        }
        Instant due = route.digest().get().lastDue(now);
        List<Notice> until =
                all.stream().filter(each -> each.asOf().isBefore(due)).toList();
        if (until.isEmpty() || !due.isAfter(lastDigest)) {
            return List.of();
        }
        lastDigest = due;
        return until;
    }

    private void bring(Message message) throws InterruptedException {
        int faults = 0;
        for (int attempts = 1; closing.getCount() > 0; attempts++) {
            Optional<DeliveryOutcome> outcome = Optional.empty();
            try {
                outcome = Optional.of(deliver(message));
            } catch (IOException e) {
                again(message, attempts, e.getMessage());
            } catch (OutOfMemoryError e) {
                throw e;
            } catch (RuntimeException | Error e) {
                faults++;
                if (faults < MOST_FAULTS) {
                    again(message, attempts, cause(e));
                } else {
                    LOG.error("message given up route={} id={} cause={}", route.name(), message.id(), cause(e));
                    outcome = Optional.of(DeliveryOutcome.REFUSED);
                }
            }
            if (outcome.isPresent()) {
                end(message, outcome.get(), attempts);
                return;
            }
        }
    }

    private DeliveryOutcome deliver(Message message) throws IOException, InterruptedException {
        try {
            route.receiver().deliver(atSending.of(message));
            return DeliveryOutcome.TOLD;
        } catch (RefusedException e) {
            LOG.warn("message refused route={} id={} cause={}", route.name(), message.id(), e.getMessage());
            return DeliveryOutcome.REFUSED;
        }
    }

    private void again(Message message, int attempts, @Nullable String cause) throws InterruptedException {
        status.fail();
        Duration wait = setup.again().after(attempts);
        LOG.warn(
                "message not taken, tried again route={} id={} attempts={} after={} cause={}",
                route.name(),
                message.id(),
                attempts,
                wait,
                cause);
        pause(wait);
    }

    private void end(Message message, DeliveryOutcome outcome, int attempts) throws InterruptedException {
        Delivery row = DeliveryRows.of(message, outcome, attempts, setup.clock().instant());
        if (setup.notes().write(List.of(row), closing)) {
            told.add(row);
            waiting.remove(message.notices());
        }
        if (outcome == DeliveryOutcome.TOLD) {
            status.tell(message.notices().size());
        } else {
            status.refuse(message.notices().size());
        }
    }

    /** What is unforeseen may have words of a message in it: its kind and place have none. */
    private static String cause(Throwable fault) {
        return fault.getClass().getName()
                + Stream.of(fault.getStackTrace())
                        .filter(each -> each.getClassName().startsWith("heed."))
                        .findFirst()
                        .map(each -> " at " + each)
                        .orElse("");
    }

    private void readRest() throws InterruptedException {
        try {
            rereading.run();
        } catch (KafkaException e) {
            waiting.leaveSome();
            LOG.warn("topics not read again route={} cause={}", route.name(), e.toString());
            pause(setup.again().first());
        } catch (RuntimeException | Error e) {
            waiting.leaveSome();
            throw e;
        }
    }

    private void pause(Duration wait) throws InterruptedException {
        if (closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("closing route={}", route.name());
        }
    }

    /** Lets what is on its way arrive, for a while. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(LONGEST_CLOSE_MILLIS);
            thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
