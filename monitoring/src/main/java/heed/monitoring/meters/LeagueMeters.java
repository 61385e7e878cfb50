package heed.monitoring.meters;

import heed.monitoring.readmodel.Comparison;
import heed.monitoring.readmodel.Leagues;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.LeagueRow;
import heed.schemas.Rating;
import heed.schemas.disclosure.Disclosure;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Exposes what hospitals compared with each other have in common, in the newest month that is over of each measure.
 * Bounded: at most {@link #MOST_MEASURES}, six series each. A hospital's own rank is not exposed: on a graph it would
 * look like a fact that moves.
 */
final class LeagueMeters {

    static final int MOST_MEASURES = 500;

    private final ReadModel model;
    private final MultiGauge ratio;
    private final MultiGauge spread;
    private final MultiGauge hospitals;
    private final MultiGauge belowMinimum;

    LeagueMeters(PrometheusMeterRegistry registry, ReadModel model) {
        this.model = model;
        this.ratio = MeterNames.LEAGUE_RATIO.family(registry);
        this.spread = MeterNames.LEAGUE_SPREAD.family(registry);
        this.hospitals = MeterNames.LEAGUE_HOSPITALS.family(registry);
        this.belowMinimum = MeterNames.LEAGUE_BELOW_MINIMUM.family(registry);
    }

    void refresh() {
        Rows rows = new Rows();
        model.snapshot().part(Leagues.class).newestMonths().stream()
                .sorted(Comparator.comparing(Comparison::compared))
                .limit(MOST_MEASURES)
                .forEach(rows::add);
        ratio.register(rows.ratios, true);
        spread.register(rows.spreads, true);
        hospitals.register(rows.hospitals, true);
        belowMinimum.register(rows.below, true);
    }

    private static final class Rows {

        private final List<MultiGauge.Row<?>> ratios = new ArrayList<>();
        private final List<MultiGauge.Row<?>> spreads = new ArrayList<>();
        private final List<MultiGauge.Row<?>> hospitals = new ArrayList<>();
        private final List<MultiGauge.Row<?>> below = new ArrayList<>();

        void add(Comparison<LeagueRow> comparison) {
            Tags tags = Tags.of("measure", comparison.compared());
            for (Rating rating : Rating.values()) {
                long rated = comparison.rows().stream()
                        .filter(row -> row.getRating() == rating)
                        .count();
                hospitals.add(MultiGauge.Row.of(tags.and("rating", rating.name()), rated));
            }
            comparison.national().ifPresent(national -> {
                if (national.getHospitals() > 0) {
                    ratios.add(MultiGauge.Row.of(tags, national.getP0()));
                    spreads.add(MultiGauge.Row.of(tags, Math.sqrt(national.getTau2())));
                }
                if (national.getBelowMinimum() != Disclosure.NOT_TOLD) {
                    below.add(MultiGauge.Row.of(tags, national.getBelowMinimum()));
                }
            });
        }
    }
}
