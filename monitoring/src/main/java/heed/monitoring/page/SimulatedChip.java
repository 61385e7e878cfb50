package heed.monitoring.page;

import heed.monitoring.html.Chip;
import heed.monitoring.html.Html;
import heed.monitoring.view.Names;

/** Marks hospitals that are invented. */
public final class SimulatedChip {

    private SimulatedChip() {}

    static Html mark() {
        return Chip.of("Simulated", "outline");
    }

    /** Returns what follows a hospital's name: a space and the mark where it is invented; nothing for any other. */
    public static Html after(String hospital, Names names) {
        return names.isSimulated(hospital) ? Html.join(" ", mark()) : Html.NOTHING;
    }
}
