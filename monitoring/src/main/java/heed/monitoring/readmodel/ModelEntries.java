package heed.monitoring.readmodel;

import heed.schemas.disclosure.Disclosure;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/** Lists what the read model is made of, a line for each kind. */
final class ModelEntries {

    private ModelEntries() {}

    /**
     * Returns the entries of everything that readers are shown.
     *
     * @param clock tells how long a comparison has been waiting for its rows
     * @param reached is told the arrival of the newest response behind each figure taken in
     * @param awaited is told the same of scores of windows that are still open
     */
    static List<ModelEntry> of(
            Disclosure disclosure, Clock clock, Consumer<Instant> reached, Consumer<Instant> awaited) {
        Consumer<Instant> arrived = disclosure.takesArrivals() ? reached : arrival -> {};
        DropsEntry drops = new DropsEntry(disclosure, arrived);
        HospitalsEntry hospitals = new HospitalsEntry(disclosure, reached, awaited);
        return List.of(
                hospitals,
                new ChannelsEntry(disclosure),
                drops,
                Baselines.entry(disclosure, arrival -> arrived.accept(arrival.truncatedTo(ChronoUnit.DAYS))),
                new ActionsEntry(disclosure, drops::known),
                Rises.entry(disclosure, arrived),
                Silences.entry(disclosure),
                new LeaguesEntry(disclosure, clock, hospitals::agrees),
                Movements.entry(disclosure),
                Episodes.entry(disclosure));
    }
}
