package heed.monitoring.readmodel;

import heed.schemas.Drop;
import heed.schemas.Episode;
import heed.schemas.Rise;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.HeldBack;
import heed.schemas.key.SeriesKey;
import heed.schemas.key.WeekKey;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists what the read model is made of, a line for each kind. */
final class ModelEntries {

    private ModelEntries() {}

    /**
     * Returns the entries of everything that readers are shown.
     *
     * @param clock tells how long a comparison has been waiting for its rows
     * @param reached is told the arrival of the newest response behind each figure taken in
     * @param awaited is told the same of scores of windows that are still open
     * @param asOf returns the newest arrival that {@code reached} was told; null before the first
     */
    static List<ModelEntry> of(
            Disclosure disclosure,
            Clock clock,
            Consumer<Instant> reached,
            Consumer<Instant> awaited,
            Supplier<@Nullable Instant> asOf) {
        Consumer<Instant> arrived = disclosure.takesArrivals() ? reached : arrival -> {};
        DropsEntry drops = new DropsEntry(disclosure, arrived);
        HospitalsEntry hospitals = new HospitalsEntry(disclosure, reached, awaited);
        return List.of(
                hospitals,
                new ChannelsEntry(disclosure),
                HeldNews.of(
                        drops,
                        Topics.DROPS,
                        disclosure,
                        drop -> new HeldBack.Name(SeriesKey.of(drop).text(), drop.getDropId()),
                        Drop::getAsOf,
                        clock),
                Baselines.entry(disclosure, arrival -> arrived.accept(arrival.truncatedTo(ChronoUnit.DAYS))),
                new ActionsEntry(disclosure, drops::known),
                HeldNews.of(
                        Rises.entry(disclosure, arrived),
                        Topics.RISES,
                        disclosure,
                        rise -> HeldBack.Name.of(SeriesKey.of(rise).text()),
                        Rise::getAsOf,
                        clock),
                Silences.entry(disclosure),
                new LeaguesEntry(disclosure, clock, hospitals::agrees, asOf),
                new MovementsEntry(disclosure, asOf),
                HeldNews.of(
                        Episodes.entry(disclosure),
                        Topics.EPISODES,
                        disclosure,
                        episode -> HeldBack.Name.of(WeekKey.of(episode).text()),
                        Episode::getAsOf,
                        clock),
                new ThemeCountsEntry(disclosure),
                RisenThemes.entry(disclosure));
    }
}
