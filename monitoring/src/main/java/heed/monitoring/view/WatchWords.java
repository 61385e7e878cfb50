package heed.monitoring.view;

import heed.schemas.Baseline;
import heed.schemas.UsualFigures;
import heed.schemas.sentence.English;

/** Says whether a line of figures is watched for falls, and what is usual there. */
public final class WatchWords {

    private final Names names;

    /** Takes the zones of hospitals. */
    public WatchWords(Names names) {
        this.names = names;
    }

    /** Returns how the watch over a line stands, as readers are told it. */
    public String of(Baseline baseline) {
        String since = Words.moment(baseline.getSince(), names.zone(baseline.getHospital()));
        UsualFigures usual = baseline.getUsual();
        return usual == null
                ? "Not watched yet: learning what is usual since " + since + "."
                : "Watched for falls since " + since + ". Usual: " + English.percent(usual.getScore())
                        + ", as learned from " + English.answers(baseline.getN()) + " on "
                        + English.count(baseline.getDays()) + " days.";
    }
}
