package heed.monitoring.view;

import heed.schemas.Drop;
import heed.schemas.Rise;
import heed.schemas.Silence;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.MeasureName;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.Better;
import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.questionnaire.WatchRole;
import heed.schemas.sentence.DropSentences;
import heed.schemas.sentence.RiseSentences;
import heed.schemas.sentence.SilenceSentences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Finds what hospitals and measures are called. What nobody has named is called by its code. */
public final class Names {

    private static final String SIMULATED = "SIM-";

    private final HospitalDirectory hospitals;
    private final Questionnaires questionnaires;
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final DropSentences drops;
    private final RiseSentences rises;
    private final SilenceSentences silences;

    /** Takes the names from the hospitals' file and the questionnaires. */
    public Names(HospitalDirectory hospitals, Questionnaires questionnaires) {
        this.hospitals = hospitals;
        this.questionnaires = questionnaires;
        questionnaires.all().forEach(each -> each.measures().forEach(measure -> measures.put(measure.name(), measure)));
        this.drops = new DropSentences(hospitals, questionnaires);
        this.rises = new RiseSentences(hospitals, questionnaires);
        this.silences = new SilenceSentences(hospitals);
    }

    /** Returns the hospital's name without the mark of a simulated one, which is a chip on the page. */
    public String hospital(String code) {
        String name = hospitals.byCode(code).name();
        return isSimulated(code) && name.endsWith(" (simulated)")
                ? name.substring(0, name.length() - " (simulated)".length())
                : name;
    }

    /** Tells whether a hospital is invented. */
    public boolean isSimulated(String code) {
        return code.startsWith(SIMULATED);
    }

    /** Returns the region that a hospital is shown among; empty where none is known. */
    public String region(String hospital) {
        return hospitals.byCode(hospital).region().orElse("");
    }

    /** Returns the zone that a hospital's days are in. */
    public ZoneId zone(String hospital) {
        return hospitals.byCode(hospital).zone();
    }

    /** Returns the zone of hospitals that state none: that of a page's own times. */
    public ZoneId zone() {
        return hospitals.byCode("").zone();
    }

    /** Returns the hospital's local date at {@code now}. */
    public LocalDate today(String hospital, Instant now) {
        return hospitals.date(hospital, now);
    }

    /** Returns what a measure is called. */
    public String measure(String name) {
        Measure measure = measures.get(name);
        return measure == null ? name : measure.title();
    }

    /** Returns a drop in a plain sentence. */
    public String said(Drop drop) {
        return drops.said(drop);
    }

    /** Returns a rise in a plain sentence. */
    public String said(Rise rise) {
        return rises.said(rise);
    }

    /** Returns a silence in a plain sentence. */
    public String said(Silence silence) {
        return silences.said(silence);
    }

    /** Returns a drop in a plain Welsh sentence. */
    public String welsh(Drop drop) {
        return simulated(Objects.requireNonNullElseGet(drop.getSentenceCy(), () -> drops.welsh(drop)));
    }

    /** Returns a rise in a plain Welsh sentence. */
    public String welsh(Rise rise) {
        return simulated(Objects.requireNonNullElseGet(rise.getSentenceCy(), () -> rises.welsh(rise)));
    }

    /** Returns a silence in a plain Welsh sentence. */
    public String welsh(Silence silence) {
        return simulated(Objects.requireNonNullElseGet(silence.getSentenceCy(), () -> silences.welsh(silence)));
    }

    private static String simulated(String sentence) {
        return sentence.replace(" (simulated)", " (efelychiad)");
    }

    WatchRole role(String measure) {
        Measure known = measures.get(measure);
        return known == null ? WatchRole.NONE : known.watch();
    }

    /** Returns which end of a measure is the good one. */
    public Better better(String measure) {
        Measure known = measures.get(measure);
        return known == null ? Better.HIGHER : known.better();
    }

    /** Returns the score that a measure's questionnaire aims at, 0 to 1. */
    public OptionalDouble target(String measure) {
        Measure known = measures.get(measure);
        return known == null || known.target().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(known.target().getAsInt() / 100.0);
    }

    /** Returns the id of the questionnaire that a measure belongs to. */
    public static String questionnaireOf(String measure) {
        return MeasureName.find(measure).map(MeasureName::questionnaire).orElse(measure);
    }

    /** Returns what a questionnaire is called. */
    public String questionnaire(String id) {
        return questionnaires.byId(id).map(Questionnaire::title).orElse(id);
    }

    /** Returns {@code names} in the order that the questionnaires give them, unknown ones last. */
    public List<String> ordered(List<String> names) {
        List<String> known = List.copyOf(measures.keySet());
        return names.stream()
                .sorted((a, b) -> {
                    int first = place(known, a);
                    int second = place(known, b);
                    return first == second ? a.compareTo(b) : Integer.compare(first, second);
                })
                .toList();
    }

    private static int place(List<String> known, String name) {
        int at = known.indexOf(name);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    /** Returns where a line of figures is from, in words: the hospital, and the unit where it is one. */
    public String place(String hospital, @Nullable String unit) {
        return unit == null ? hospital(hospital) : hospital(hospital) + ", " + unit;
    }

    /** Returns what a line of figures is called: where it is from, and what is measured. */
    public String line(SeriesKey key) {
        return place(key.hospital(), key.unit()) + ": " + measure(key.measure());
    }

    /** Returns what a line of figures is called where its hospital is known: what is measured, and in which unit. */
    public String within(SeriesKey key) {
        return measure(key.measure()) + (key.unit() == null ? "" : ", " + key.unit());
    }
}
