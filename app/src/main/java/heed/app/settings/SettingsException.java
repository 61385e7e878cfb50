package heed.app.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Refuses to start: lists everything that is wrong with the settings, so that a user mends it in one go. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<SettingProblem> problems;

    /** Refuses for these reasons, of which there is one at least. */
    public SettingsException(List<SettingProblem> problems) {
        super(text(problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems, in the order of the sources. */
    public List<SettingProblem> problems() {
        return problems;
    }

    private static String text(List<SettingProblem> problems) {
        String head = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return head + " with the settings:"
                + problems.stream().map(problem -> "\n  " + problem.what()).collect(Collectors.joining());
    }
}
