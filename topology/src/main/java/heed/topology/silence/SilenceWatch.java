package heed.topology.silence;

import heed.schemas.Silence;
import heed.topology.response.Place;
import java.util.function.Consumer;

/** Tells each silence, and the end of each, from responses and pulses in the order in which they arrived. */
final class SilenceWatch {

    private final Rhythms rhythms;
    private final SilenceRules rules;
    private final SilenceRecords records;
    private final Consumer<Silence> out;
    private final HourKinds kinds = new HourKinds();

    SilenceWatch(Rhythms rhythms, SilenceRules rules, SilenceRecords records, Consumer<Silence> out) {
        this.rhythms = rhythms;
        this.rules = rules;
        this.records = records;
        this.out = out;
    }

    /**
     * Takes in that a response of the place arrived: of the hospital as a whole, then, and of the unit if it is one.
     */
    void hear(Place place, long arrivalMs) {
        hearAt(place.whole(), arrivalMs);
        if (!place.isWhole()) {
            hearAt(place, arrivalMs);
        }
    }

    private void hearAt(Place place, long arrivalMs) {
        QuietPlace quiet = rhythms.of(place);
        Rhythm.Heard heard = quiet.rhythm.hear(arrivalMs);
        rhythms.changed(quiet);
        quiet.hoursDirty |= heard != Rhythm.Heard.AS_BEFORE;
        if (heard == Rhythm.Heard.IN_NEW_HOUR && quiet.silence != null) {
            Silence ended = records.ended(quiet.silence, arrivalMs);
            quiet.rhythm.forgetSilence(ended.getOpenedAt().toEpochMilli());
            quiet.silence = null;
            out.accept(ended);
        }
    }

    /** Takes in a pulse, and judges all places once it makes an hour certain. */
    void pulse(long atMs, long everyMs) {
        long hour = rhythms.pulse().pulse(atMs, everyMs);
        if (hour >= 0) {
            rhythms.inOrder().forEach(quiet -> judge(quiet, hour, atMs));
        }
    }

    private void judge(QuietPlace quiet, long hour, long asOfMs) {
        if (quiet.silence != null || quiet.rhythm.isJudged(hour)) {
            return;
        }
        HourBits listened = rhythms.listened();
        quiet.rhythm.judge(hour, listened, each -> kinds.like(quiet.place.calendar(), each));
        rhythms.changed(quiet);
        if (quiet.rhythm.isSilent(listened, rules)) {
            quiet.silence = records.opened(quiet, listened, (hour + 1) * Listening.HOUR_MS, asOfMs);
            out.accept(quiet.silence);
        }
    }
}
