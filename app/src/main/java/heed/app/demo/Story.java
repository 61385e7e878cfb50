package heed.app.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells what happens to the invented hospitals: one gets worse three days into the live part, so that a viewer who has
 * just opened the page sees it; it recovers; then, in turn, others. One falls silent for some days, again and again.
 *
 * <p>Simulated time begins on a fixed date in the past, not relative to today: the same seed then gives the same
 * responses whenever the demo is run, the published figures of March 2026 fall into its history, and no response is
 * ever dated ahead of the real clock, which the pipeline would rightly reject.
 */
final class Story {

    /** First day of the history. */
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 1);

    /** Days of history: enough for the watch to know what is usual (28 days, 200 responses) and for a trend. */
    static final int HISTORY_DAYS = 60;

    /** First day that passes before the viewer's eyes. */
    static final LocalDate FIRST_LIVE_DAY = FIRST_DAY.plusDays(HISTORY_DAYS);

    /** Days from the beginning of one chapter to that of the next. */
    private static final int PACE = 30;

    private static final int LENGTH = 18;
    private static final int CHAPTERS = 120;

    /** One that nothing else befalls. */
    private static final String SILENT = "SIM-CALDER";

    private static final int SILENT_FROM = 8;
    private static final int SILENT_DAYS = 5;
    private static final int SILENT_EVERY = 60;

    private static final List<Part> PARTS = List.of(
            everywhere("SIM-ASHCOMBE", .24, Aspect.FFT, Aspect.OVERALL, Aspect.INVOLVEMENT),
            everywhere("SIM-JUNIPER", .22, Aspect.SUPPORT),
            everywhere("SIM-ELMSWORTH", .26, Aspect.FFT, Aspect.OVERALL),
            inWard("SIM-GARNET", "Children", .34, Aspect.INFORMATION),
            everywhere("SIM-DOVEWATER", .20, Aspect.FFT, Aspect.OVERALL, Aspect.DIGNITY));

    private final List<Chapter> chapters = new ArrayList<>();

    Story() {
        for (int i = 0; i < CHAPTERS; i++) {
            Part part = PARTS.get(i % PARTS.size());
            LocalDate from = FIRST_LIVE_DAY.plusDays(3 + (long) i * PACE);
            chapters.add(new Chapter(part.hospital, part.wards, part.aspects, part.fall, from, from.plusDays(LENGTH)));
        }
    }

    List<Chapter> chapters() {
        return List.copyOf(chapters);
    }

    /** Returns how much less good the answers about {@code aspect} are in that ward on that day; usually 0. */
    double fall(String hospital, String ward, Aspect aspect, LocalDate day) {
        return chapters.stream()
                .filter(chapter -> chapter.isOn(day) && chapter.concerns(hospital, ward, aspect))
                .mapToDouble(Chapter::fall)
                .sum();
    }

    /** Says whether nothing comes in from the hospital on that day. */
    boolean isSilent(String hospital, LocalDate day) {
        long sinceFirst = ChronoUnit.DAYS.between(FIRST_LIVE_DAY.plusDays(SILENT_FROM), day);
        return hospital.equals(SILENT) && sinceFirst >= 0 && sinceFirst % SILENT_EVERY < SILENT_DAYS;
    }

    private static Part everywhere(String hospital, double fall, Aspect... aspects) {
        return new Part(hospital, Set.of(), Set.of(aspects), fall);
    }

    private static Part inWard(String hospital, String ward, double fall, Aspect... aspects) {
        return new Part(hospital, Set.of(ward), Set.of(aspects), fall);
    }

    private record Part(String hospital, Set<String> wards, Set<Aspect> aspects, double fall) {}
}
