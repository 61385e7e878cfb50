package heed.connectors.notify.routes;

import java.util.List;

/** Refuses a file of routes: lists all that is wrong with it, each with file and line. */
public final class RoutesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    RoutesException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems, in the order of the file. */
    public List<String> problems() {
        return problems;
    }
}
