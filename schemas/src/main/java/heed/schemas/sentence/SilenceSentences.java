package heed.schemas.sentence;

import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * Says a silence in plain words, for readers aged 12 and up, with times of the hospital's zone. A hospital that is not
 * listed is called by its code.
 */
public final class SilenceSentences {

    private final HospitalDirectory directory;

    /** Takes names and zones from the hospitals' list. */
    public SilenceSentences(HospitalDirectory directory) {
        this.directory = directory;
    }

    /** Returns the silence in the English of its record; said now where the record has none. */
    public String said(Silence silence) {
        return silence.getSentenceEn() == null ? english(silence) : silence.getSentenceEn();
    }

    /** Returns the silence in English. */
    public String english(Silence silence) {
        String since = english(silence, silence.getLastResponse());
        if (silence.getState() == SilenceState.ENDED) {
            return "Responses come in from " + place(silence) + " again, the first at "
                    + english(silence, silence.getEndedAt()) + ", after none since " + since + ".";
        }
        int hours = silence.getHoursListened();
        return "Nothing has come in from " + place(silence) + " since " + since
                + ", although Heed was listening: no response in "
                + hours + (hours == 1 ? " hour" : " hours") + ", where there usually are some in about "
                + rounded(silence.getHoursExpected()) + " of them; chance alone would show this "
                + Rarity.of(silence).english() + ".";
    }

    /** Returns the silence in Welsh. */
    public String welsh(Silence silence) {
        String since = welsh(silence, silence.getLastResponse());
        if (silence.getState() == SilenceState.ENDED) {
            return place(silence) + ": mae ymatebion yn dod i law eto, y cyntaf am "
                    + welsh(silence, silence.getEndedAt()) + ", ar ôl dim ers " + since + ".";
        }
        return place(silence) + ": nid oes dim wedi dod i law ers " + since
                + ", er bod Heed yn gwrando: dim ymateb mewn "
                + silence.getHoursListened() + " awr, lle mae rhai fel arfer mewn tua "
                + rounded(silence.getHoursExpected())
                + " ohonynt; drwy siawns yn unig, byddem yn gweld hyn "
                + Rarity.of(silence).welsh() + ".";
    }

    private String place(Silence silence) {
        String name = directory.byCode(silence.getHospital()).name();
        return silence.getUnit() == null ? name : name + ", ward " + silence.getUnit();
    }

    private static long rounded(double hours) {
        return Math.max(1, (long) Math.floor(hours + .5));
    }

    private String english(Silence silence, Instant moment) {
        ZonedDateTime local = local(silence, moment);
        return English.time(local) + " on " + English.date(local.toLocalDate());
    }

    private String welsh(Silence silence, Instant moment) {
        ZonedDateTime local = local(silence, moment);
        return Months.time(local) + " ar " + Months.WELSH.write(local.toLocalDate());
    }

    private ZonedDateTime local(Silence silence, Instant moment) {
        Hospital hospital = directory.byCode(silence.getHospital());
        return moment.atZone(hospital.zone());
    }
}
