package heed.connectors.theme.weeks;

import heed.schemas.Comment;
import heed.schemas.Label;
import heed.schemas.key.CommentKey;
import heed.schemas.reader.Destination;
import heed.schemas.reader.Route;
import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the comments and keeps their labels and counts as they must be.
 *
 * <p>What must stand on the two topics follows from the comments: so no place in them is kept, all of them are read at
 * each start, and what differs is written. A kill loses and repeats nothing, a tombstone that was compacted away while
 * nobody counted is noticed by the comment that is not there, and another model labels all that is kept anew.
 */
public final class ThemeWeeks implements Destination, AutoCloseable {

    /** The topic that it reads as a whole, for what patients wrote. */
    public static final Topic<Comment> READS = Topics.COMMENTS;

    /** The topics that it writes, and reads at the start. */
    public static final List<Topic<?>> WRITES = List.of(Topics.LABELS, Topics.THEMES);

    /** Those that it writes, and reads at the start, where shares are watched. */
    public static final List<Topic<?>> WRITES_WATCHED = List.of(Topics.LABELS, Topics.THEMES, Topics.THEME_RISES);

    /** By how much clocks may differ, and brokers may delete comments too soon. */
    private static final Duration SLACK = Duration.ofHours(1);

    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    /** After so long, and up to half of it more, who was taken over from tries again: the other may have ended. */
    static final Duration AWAY = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(ThemeWeeks.class);

    private final Labeller labeller;
    private final ThemeOutput output;
    private final Config config;
    private final Clock clock;
    private final Map<String, Label> found = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private @Nullable LabelBook book;
    private Optional<ThemeRises> rises = Optional.empty();
    private Instant nextLook = Instant.MIN;
    private volatile boolean counting;
    private volatile boolean takenOver;
    private Instant again = Instant.MAX;

    /**
     * How it counts.
     *
     * @param retention how long comments are kept
     * @param minimum fewest comments that are told of
     * @param watch looks for rises; nothing where shares are not watched
     */
    public record Config(Duration retention, int minimum, Optional<ShareWatch> watch) {}

    /** Counts on the brokers' topics. */
    public ThemeWeeks(Labeller labeller, KafkaThemeOutput output, Config config, Clock clock) {
        this(labeller, (ThemeOutput) output, config, clock);
    }

    ThemeWeeks(Labeller labeller, ThemeOutput output, Config config, Clock clock) {
        this.labeller = labeller;
        this.output = output;
        this.config = config;
        this.clock = clock;
    }

    /** Returns what every instance of an application calls itself to the brokers, so that one writes at a time. */
    public static String transactionalId(String application) {
        return application + "-themes";
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(new Route<>(READS, this::put, this::remove));
    }

    private void put(Comment comment, Instant written) {
        if (takenOver) {
            return;
        }
        Label label = labeller.of(comment, written);
        if (book != null) {
            book.put(label);
        } else {
            String key = CommentKey.of(label).text();
            found.put(key, label);
            gone.remove(key);
        }
    }

    private void remove(String key) {
        if (takenOver) {
            return;
        }
        if (book != null) {
            book.remove(key);
        } else {
            found.remove(key);
            gone.add(key);
        }
    }

    @Override
    public void restart() {
        book = null;
        rises = Optional.empty();
        counting = false;
        found.clear();
        gone.clear();
    }

    @Override
    public void publish() {
        Instant now = clock.instant();
        if (takenOver) {
            if (now.isBefore(again)) {
                return;
            }
            takenOver = false;
            throw new KafkaException("themes may be counted by nobody: all comments are read again");
        }
        try {
            if (book == null) {
                book = begin(now);
            }
            if (!now.isBefore(nextLook)) {
                book.endAllOver(now.minus(SLACK));
                nextLook = now.plus(LOOK_EVERY);
            }
            Changes changes = withRises(book.changes(), now);
            if (!changes.isEmpty()) {
                output.write(changes);
            }
            counting = true;
        } catch (ThemeOutput.TakenOverException e) {
            LOG.warn("themes are counted by another instance from now on; this one tries again in an hour or more");
            takenOver = true;
            restart();
            again = now.plus(AWAY).plusSeconds(ThreadLocalRandom.current().nextLong(AWAY.toSeconds() / 2));
        } catch (RegistryUnavailableException e) {
            throw new KafkaException("what stands on the topics can't be read or written now", e);
        }
    }

    private Changes withRises(Changes changes, Instant now) {
        return rises.map(found -> {
                    found.take(changes.rows());
                    return changes.and(found.changes(now));
                })
                .orElse(changes);
    }

    /** What is not on the topic any more, though it is not old enough to have gone by itself, was erased. */
    private LabelBook begin(Instant now) {
        Written written = output.open();
        rises = config.watch().map(watch -> new ThemeRises(watch, output.rises(), written.rows()));
        var begun = new LabelBook(written, config.retention(), config.minimum(), now);
        gone.forEach(begun::remove);
        begun.labels().forEach((key, label) -> {
            boolean tooOld = label.getArrivedAt().plus(config.retention()).isBefore(now.plus(SLACK));
            if (!found.containsKey(key) && !tooOld) {
                begun.remove(key);
            }
        });
        found.values().stream()
                .sorted(Comparator.comparing(Label::getArrivedAt))
                .forEach(begun::put);
        found.clear();
        gone.clear();
        nextLook = Instant.MIN;
        return begun;
    }

    /** Tells whether what stands on the topics is what the comments say, as far as they are read. */
    public boolean isCounting() {
        return counting;
    }

    @Override
    public void close() {
        output.close();
    }
}
