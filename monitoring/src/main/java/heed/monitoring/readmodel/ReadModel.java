package heed.monitoring.readmodel;

import heed.schemas.Action;
import heed.schemas.ChannelDay;
import heed.schemas.Drop;
import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Rise;
import heed.schemas.Score;
import heed.schemas.Silence;
import heed.schemas.Standing;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.ChannelKey;
import heed.schemas.key.DropKey;
import heed.schemas.key.LeagueKey;
import heed.schemas.key.ScoreKey;
import heed.schemas.reader.Destination;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Holds what the output topics say. One thread writes ({@link #put}, {@link #remove}, then {@link #publish}); any number of
 * threads read {@link #snapshot()}, which only ever changes as a whole.
 *
 * <p>Bounded by hospitals, units and measures, never by time: see {@link SeriesState}, {@link DropsState}, {@link
 * ActsShelf} and {@link LeagueState}. Holds only what its {@link Disclosure} takes: nothing that is written from a snapshot has to ask again.
 */
public final class ReadModel implements Destination {

    private final Clock clock;
    private final Disclosure disclosure;
    private final String epoch;

    private final Map<String, Map<SeriesKey, SeriesState>> states = new HashMap<>();
    private final ChannelsState channels;
    private final DropsState drops = new DropsState();
    private final ActionsState actions = new ActionsState();
    private final Map<SeriesKey, Rise> rises = new HashMap<>();
    private final Map<String, Silence> silences = new HashMap<>();
    private final LeagueState<LeagueRow> measures;
    private final LeagueState<Standing> questionnaires = LeagueState.ofQuestionnaires();
    private final Map<String, HospitalFigures> frozen = new HashMap<>();
    private final Set<SeriesKey> touched = new HashSet<>();
    private final Shown shown = new Shown();
    private Change change = Change.NONE;
    private Instant asOf;
    private long changes;

    private final Published published;

    private enum Change {
        NONE,
        SOME
    }

    /**
     * Starts empty; {@code clock} says when figures changed and tells this start's versions from another's, {@code disclosure}
     * what whoever reads may be shown.
     */
    public ReadModel(Clock clock, Disclosure disclosure) {
        this.clock = clock;
        this.disclosure = disclosure;
        this.channels = new ChannelsState(disclosure);
        this.measures = LeagueState.ofMeasures(disclosure);
        this.epoch = Long.toString(clock.millis(), Character.MAX_RADIX);
        this.published = new Published(new Snapshot(
                epoch + "-0", Map.of(), Map.of(), Map.of(), Map.of(), Watch.NOTHING, Leagues.NONE, null, null));
    }

    /** Returns who reads, and from how many answers on they are shown figures. */
    public Disclosure disclosure() {
        return disclosure;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(
                new Route<>(Topics.SCORES, this::put, key -> remove(ScoreKey.parse(key))),
                new Route<>(Topics.CHANNELS, this::put, this::removeChannels),
                new Route<>(Topics.DROPS, this::put, key -> remove(DropKey.parse(key))),
                new Route<>(Topics.ACTIONS, this::put, key -> {}),
                new Route<>(Topics.RISES, this::put, this::removeRise),
                new Route<>(Topics.SILENCES, this::put, this::removeSilence),
                new Route<>(Topics.LEAGUE, this::put, key -> measures.remove(LeagueKey.parse(key), clock.instant())),
                new Route<>(Topics.NATIONAL, this::put, key -> measures.removeNational(key, clock.instant())),
                new Route<>(
                        Topics.STANDINGS,
                        this::put,
                        key -> questionnaires.remove(LeagueKey.parse(key), clock.instant())));
    }

    /** Returns the figures for {@code viewer}: the way to them for all that is shown to people. */
    public ViewedModel seenBy(Viewer viewer) {
        return new ViewedModel(this, viewer);
    }

    /** Returns the figures as last published, of every hospital. */
    public Snapshot snapshot() {
        return published.snapshot();
    }

    /** Waits until the figures are no longer those of {@code version}, or for {@code patience}; returns what there is then. */
    Snapshot awaitChange(String version, Duration patience) throws InterruptedException {
        return published.awaitChange(version, patience);
    }

    /** Forgets everything, without telling readers before the next {@link #publish}. */
    @Override
    public void restart() {
        states.clear();
        channels.clear();
        drops.clear();
        actions.clear();
        rises.clear();
        silences.clear();
        measures.clear();
        questionnaires.clear();
        frozen.clear();
        touched.clear();
        asOf = null;
        change = Change.SOME;
        shown.restart();
    }

    /** Tells {@code listener} of every changed score, once readers see it, how long ago the response behind it arrived. */
    public void onShown(Consumer<Duration> listener) {
        shown.listener(listener);
    }

    /** Takes in a score, in place of an earlier one of the same window. */
    public void put(Score score) {
        SeriesKey key = SeriesKey.of(score);
        if (!disclosure.takesUnit(key.unit())) {
            return;
        }
        states.computeIfAbsent(key.hospital(), code -> new HashMap<>())
                .computeIfAbsent(key, each -> new SeriesState(each, disclosure))
                .put(score);
        touched.add(key);
        if (!score.getFinal$()) {
            shown.changed(score.getAsOf());
        }
        progress(score.getAsOf());
    }

    /** Takes a score out: its topic has a tombstone. */
    public void remove(ScoreKey score) {
        SeriesKey key = SeriesKey.of(score);
        SeriesState state = states.getOrDefault(key.hospital(), Map.of()).get(key);
        if (state != null) {
            state.remove(score.window(), score.start());
            touched.add(key);
            change = Change.SOME;
        }
    }

    /** Takes in how a day's answers came in, in place of an earlier record of the same day; readers count from the scores how far it is. */
    public void put(ChannelDay day) {
        channels.put(day);
        change = Change.SOME;
    }

    private void removeChannels(String key) {
        channels.remove(ChannelKey.parse(key));
        change = Change.SOME;
    }

    /** Takes in a drop, in place of an earlier one of the same line. */
    public void put(Drop drop) {
        if (disclosure.takes(drop)) {
            drops.put(disclosure.cleared(drop));
        } else {
            drops.remove(SeriesKey.of(drop));
        }
        progress(drop.getAsOf());
    }

    /** Takes a line's drops out: its topic has a tombstone. */
    public void remove(DropKey drop) {
        drops.remove(SeriesKey.of(drop));
        change = Change.SOME;
    }

    /** Takes in what somebody did; a topic that is never compacted has no tombstones to take it out again. */
    public void put(Action action) {
        if (disclosure.takesActs()) {
            actions.put(action, drops.known());
            change = Change.SOME;
        }
    }

    /** Takes in a rise, in place of an earlier one of the same line. */
    public void put(Rise rise) {
        if (disclosure.takes(rise)) {
            rises.put(SeriesKey.of(rise), rise);
        } else {
            rises.remove(SeriesKey.of(rise));
        }
        progress(rise.getAsOf());
    }

    /** Takes in a silence, in place of an earlier one of the same hospital or unit; the hours that pass in it are no news. */
    public void put(Silence silence) {
        if (disclosure.takes(silence)) {
            silences.put(Watch.key(silence), silence);
            change = Change.SOME;
        }
    }

    private void removeRise(String key) {
        rises.remove(SeriesKey.of(DropKey.parse(key)));
        change = Change.SOME;
    }

    private void removeSilence(String key) {
        silences.remove(key);
        change = Change.SOME;
    }

    /** Takes in a hospital's place in one measure and month. */
    public void put(LeagueRow row) {
        measures.put(row, clock.instant());
    }

    /** Takes in what the hospitals compared in one measure and month have in common. */
    public void put(National national) {
        measures.put(national, clock.instant());
    }

    /** Takes in a hospital's place over all measures of a questionnaire in one month. */
    public void put(Standing standing) {
        questionnaires.put(standing, clock.instant());
    }

    /** Shows readers everything taken in so far, if anything changed. */
    @Override
    public void publish() {
        Instant now = clock.instant();
        if (measures.freeze(now)) {
            change = Change.SOME;
        }
        if (questionnaires.freeze(now)) {
            change = Change.SOME;
        }
        if (change == Change.NONE) {
            shown.published(now);
            return;
        }
        touched.forEach(this::freeze);
        touched.clear();
        channels.freeze((code, mix) -> frozen.computeIfPresent(code, (known, figures) -> figures.with(mix)));
        change = Change.NONE;
        changes++;
        published.show(new Snapshot(
                epoch + '-' + changes,
                frozen,
                drops.latest(),
                drops.known(),
                disclosure.takesActs() ? actions.of(drops.known()) : Map.of(),
                new Watch(drops.watched(), rises, silences),
                new Leagues(measures.frozen(), questionnaires.frozen()),
                asOf,
                now));
        shown.published(now);
    }

    private void progress(Instant arrival) {
        if (asOf == null || arrival.isAfter(asOf)) {
            asOf = arrival;
        }
        change = Change.SOME;
    }

    private void freeze(SeriesKey key) {
        Map<SeriesKey, SeriesState> hospital = states.get(key.hospital());
        SeriesState state = hospital.get(key);
        HospitalFigures before = frozen.get(key.hospital());
        Map<SeriesKey, Series> series = before == null ? new HashMap<>() : new HashMap<>(before.series());
        if (state.isEmpty()) {
            hospital.remove(key);
            series.remove(key);
        } else {
            series.put(key, state.freeze());
        }
        if (series.isEmpty()) {
            frozen.remove(key.hospital());
            states.remove(key.hospital());
        } else {
            frozen.put(
                    key.hospital(),
                    new HospitalFigures(
                            key.hospital(), series, before == null ? channels.of(key.hospital()) : before.channels()));
        }
    }
}
