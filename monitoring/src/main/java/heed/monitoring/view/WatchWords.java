package heed.monitoring.view;

import heed.monitoring.readmodel.Baselines;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Baseline;
import heed.schemas.BaselineState;
import heed.schemas.UsualFigures;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.English;
import java.util.Optional;

/** Says whether a line of figures is watched for falls, and what is usual there. */
public final class WatchWords {

    private final Names names;

    /** Takes the zones of hospitals. */
    public WatchWords(Names names) {
        this.names = names;
    }

    /** Returns how the watch over a line stands, as readers are told it; nothing where that is not known. */
    public Optional<String> of(SeriesKey key, Snapshot snapshot) {
        Optional<Baseline> baseline = snapshot.part(Baselines.class).of(key);
        return baseline.isEmpty() && isPublishedOnly(key, snapshot)
                ? Optional.of("Not watched yet: only published months are known here. They say nothing of days, and so"
                        + " nothing is learned from them.")
                : baseline.map(this::of);
    }

    /** Tells whether nothing but published months is known of a line. */
    static boolean isPublishedOnly(SeriesKey key, Snapshot snapshot) {
        return snapshot.part(Hospitals.class)
                .of(key.hospital())
                .flatMap(figures -> figures.unit(key.unit(), key.measure()))
                .filter(Series::isPublishedOnly)
                .isPresent();
    }

    private String of(Baseline baseline) {
        String since = Words.moment(baseline.getSince(), names.zone(baseline.getHospital()));
        if (baseline.getState() != BaselineState.WATCHED) {
            return "Not watched yet: learning what is usual since " + since + ".";
        }
        UsualFigures usual = baseline.getUsual();
        return "Watched for falls since " + since + ". "
                + (usual == null
                        ? "What is usual is not told here: it was learned from too few answers to show."
                        : "Usual: " + English.percent(usual.getScore()) + ", as learned from "
                                + English.answers(baseline.getN()) + " on " + English.count(baseline.getDays())
                                + " days.");
    }
}
