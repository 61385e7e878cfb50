package heed.app.study.themes;

import heed.connectors.theme.ThemeModel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Makes the model from four fifths of the labelled comments, and measures it on the fifth that nothing was chosen by.
 */
public final class ThemeStudy {

    private static final int ROUNDS = 10;

    private final List<LabelledComment> learned;
    private final List<LabelledComment> heldBack;

    private ThemeStudy(List<LabelledComment> all) {
        this.learned = all.stream().filter(each -> !each.isHeldBack()).toList();
        this.heldBack = all.stream().filter(LabelledComment::isHeldBack).toList();
    }

    /** Hears how far it is. */
    @FunctionalInterface
    public interface Progress {

        void at(long done, long total);
    }

    /** Reads the comments of a file. */
    public static ThemeStudy of(Path file) {
        return new ThemeStudy(LabelledFile.read(file));
    }

    /** Returns the model; hears how many of its parts are chosen. */
    public ThemeModel model(Progress progress) {
        return model(ThemeCuts.chosen(learned, progress));
    }

    /** Returns the model with cuts that were chosen before. */
    ThemeModel model(Map<String, Double> cuts) {
        return new ThemeTraining(learned).model(cuts);
    }

    /** Returns how many microseconds of a processor a model takes for a comment, once it is warm. */
    public double microseconds(ThemeModel model) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long labels = 0;
        long began = 0;
        for (int round = 0; round < 2 * ROUNDS; round++) {
            if (round == ROUNDS) {
                labels = 0;
                began = threads.getCurrentThreadCpuTime();
            }
            for (LabelledComment each : learned) {
                model.label(each.text(), null);
                labels++;
            }
        }
        return (threads.getCurrentThreadCpuTime() - began) / 1e3 / labels;
    }

    /** Returns in Markdown what a model finds in the comments that were held back. */
    public List<String> report(ThemeModel model) {
        return new ThemeReport(learned, heldBack, model).lines();
    }
}
