package heed.app.explain;

import heed.schemas.Drop;
import heed.schemas.EvidenceDay;
import heed.schemas.sentence.English;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows day by day how the evidence grew until the alarm was raised at 1. */
final class EvidenceTable {

    private static final int BAR_AT_ALARM = 20;
    private static final int LONGEST_BAR = 30;

    private EvidenceTable() {}

    static List<String> of(Drop drop, ZoneId zone) {
        List<EvidenceDay> trail = drop.getTrail();
        if (trail.isEmpty()) {
            return List.of("  There are no days to show: no alarm raised it.");
        }
        LocalDate since = drop.getSince().atZone(zone).toLocalDate();
        List<String> lines = new ArrayList<>();
        lines.add(
                "         date   answers   score   usual    evidence  the alarm is at 1: " + "#".repeat(BAR_AT_ALARM));
        boolean begun = false;
        if (since.isBefore(date(trail.get(0)))) {
            lines.add("  (the fall began on " + English.date(since) + ", before the days that are kept)");
            begun = true;
        }
        for (int i = 0; i < trail.size(); i++) {
            EvidenceDay day = trail.get(i);
            boolean begins = !begun && !date(day).isBefore(since);
            begun |= begins;
            boolean last = i == trail.size() - 1;
            String marks = (begins ? "  <- the fall began about here" : "") + (last ? "  <- alarm" : "");
            lines.add(line(day, marks));
        }
        return lines;
    }

    private static String line(EvidenceDay day, String marks) {
        String score = day.getN() == 0 ? "-" : English.percent(day.getScore());
        int length = (int) Math.min(LONGEST_BAR, Math.round(day.getEvidence() * BAR_AT_ALARM));
        return String.format(
                        Locale.ROOT,
                        "  %11s %9s %7s %7s %11s  %s%s",
                        English.shortDate(date(day)),
                        English.count(day.getN()),
                        score,
                        English.percent(day.getUsual()),
                        English.evidence(day.getEvidence()),
                        "#".repeat(length),
                        marks)
                .stripTrailing();
    }

    private static LocalDate date(EvidenceDay day) {
        return LocalDate.ofEpochDay(day.getDay());
    }
}
