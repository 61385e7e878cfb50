package heed.monitoring.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Divides successive figures where some are missing: a line drawn over a gap would tell what nobody knows. */
final class Runs {

    private Runs() {}

    /** Returns the stretches without a gap, in their order. */
    static <T> List<List<T>> of(List<T> all, Predicate<T> known) {
        List<List<T>> runs = new ArrayList<>();
        List<T> run = new ArrayList<>();
        for (T each : all) {
            if (known.test(each)) {
                run.add(each);
            } else if (!run.isEmpty()) {
                runs.add(run);
                run = new ArrayList<>();
            }
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }
}
