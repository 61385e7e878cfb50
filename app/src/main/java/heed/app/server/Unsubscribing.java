package heed.app.server;

import heed.connectors.notify.Unsubscribed;
import heed.monitoring.page.access.MailStop;
import heed.schemas.Unsubscription;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps that mails were stopped where every start finds it, and tells the notifier at once. */
final class Unsubscribing implements MailStop {

    private static final Logger LOG = LoggerFactory.getLogger(Unsubscribing.class);

    private final MailLinks links;
    private final Unsubscribed unsubscribed;
    private final Function<Unsubscription, CompletionStage<Void>> writer;
    private final Clock clock;

    /**
     * Takes what reads links, and who is out.
     *
     * @param writer ends normally once the brokers have the row, and always
     */
    Unsubscribing(
            MailLinks links,
            Unsubscribed unsubscribed,
            Function<Unsubscription, CompletionStage<Void>> writer,
            Clock clock) {
        this.links = links;
        this.unsubscribed = unsubscribed;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public Optional<String> route(String link) {
        return links.read(link).map(MailLinks.Stopped::route);
    }

    /** One that is out already is not written again, however often a link is sent. */
    @Override
    public boolean stop(String link) throws InterruptedException {
        MailLinks.Stopped stopped = links.read(link).orElseThrow();
        if (unsubscribed.has(stopped.id())) {
            return true;
        }
        var row = new Unsubscription(
                stopped.id(), stopped.route(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try {
            writer.apply(row).toCompletableFuture().get();
        } catch (ExecutionException e) {
            LOG.warn("mails not stopped route={} cause={}", stopped.route(), String.valueOf(e.getCause()));
            return false;
        }
        unsubscribed.add(row);
        LOG.info("mails stopped route={}", stopped.route());
        return true;
    }
}
