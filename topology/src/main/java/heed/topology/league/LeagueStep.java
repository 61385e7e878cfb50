package heed.topology.league;

import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Standing;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import heed.topology.step.Outlet;
import heed.topology.step.Step;
import heed.topology.store.WriteBehindStoreBuilder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;

/** The step that compares hospitals; it takes their months, as received. */
final class LeagueStep implements Step<byte[]> {

    static final Outlet<String, LeagueRow> ROWS = Outlet.to("league-sink", Topics.LEAGUE);
    static final Outlet<String, National> NATIONAL = Outlet.to("national-sink", Topics.NATIONAL);
    static final Outlet<String, Standing> STANDINGS = Outlet.to("standings-sink", Topics.STANDINGS);
    static final Outlet<byte[], byte[]> REJECTED = Outlet.asReceived("rejected-months-sink", Topics.REJECTED);

    private final LeagueRules rules;
    private final LeagueMeasures measures;
    private final TopicSerdes serdes;
    private final Executor worker;
    private final WriteBehindStoreBuilder<LeagueState> leagueStore =
            new WriteBehindStoreBuilder<>("league-months", LeagueState::new);

    LeagueStep(LeagueRules rules, LeagueMeasures measures, TopicSerdes serdes, Executor worker) {
        this.rules = rules;
        this.measures = measures;
        this.serdes = serdes;
        this.worker = worker;
    }

    @Override
    public String name() {
        return "league-compare";
    }

    @Override
    public List<Outlet<?, ?>> outlets() {
        return List.of(ROWS, NATIONAL, STANDINGS, REJECTED);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(leagueStore);
    }

    @Override
    public Processor<byte[], byte[], Object, Object> get() {
        return new LeagueProcessor(rules, measures, serdes.of(Topics.MONTHS).deserializer(), leagueStore, worker);
    }
}
