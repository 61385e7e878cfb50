package heed.monitoring.view.pipeline;

import heed.monitoring.pipeline.PipelineStatus;
import heed.schemas.reader.ReaderStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells which parts of the pipeline are well, from the broker to the page.
 *
 * @param unwell those that somebody should look at
 */
public record PartStands(Set<Part> unwell) {

    public PartStands {
        unwell = Set.copyOf(unwell);
    }

    /** What results come through, in that order. */
    public enum Part {
        BROKER,
        SCHEMA_REGISTRY,
        STREAM_THREADS,
        RESTORE,
        WORK,
        PAGE;

        /** Returns what it is called. */
        public String words() {
            String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }

    static PartStands of(PipelineReport report) {
        Set<Part> unwell = EnumSet.noneOf(Part.class);
        if (report.brokerIsSilent()) {
            unwell.add(Part.BROKER);
        }
        if (report.parts().registry().isFailing()) {
            unwell.add(Part.SCHEMA_REGISTRY);
        }
        if (report.parts().threads() < report.parts().threadsWanted()) {
            unwell.add(Part.STREAM_THREADS);
        }
        if (report.left() > 0) {
            unwell.add(Part.RESTORE);
        }
        if (!works(report)) {
            unwell.add(Part.WORK);
        }
        if (report.reader().phase() != ReaderStatus.Phase.FOLLOWING) {
            unwell.add(Part.PAGE);
        }
        return new PartStands(unwell);
    }

    private static boolean works(PipelineReport report) {
        return report.status().live()
                && report.status().state() == PipelineStatus.State.RUNNING
                && report.stuck().isEmpty()
                && report.unaccounted().isEmpty();
    }

    /** Tells whether a part is well. */
    public boolean isWell(Part part) {
        return !unwell.contains(part);
    }

    /** Returns in a sentence or two which parts are well and which are not. */
    public String summary() {
        List<String> bad = new ArrayList<>();
        List<String> good = new ArrayList<>();
        for (Part part : Part.values()) {
            (isWell(part) ? good : bad).add(part.words().toLowerCase(Locale.ROOT));
        }
        if (bad.isEmpty()) {
            return "All " + good.size() + " parts are well: " + listed(good) + ".";
        }
        String look = "Look at " + bad.size() + " of " + Part.values().length + " parts: " + listed(bad) + ".";
        return good.isEmpty() ? look : look + " Well " + (good.size() == 1 ? "is: " : "are: ") + listed(good) + ".";
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
