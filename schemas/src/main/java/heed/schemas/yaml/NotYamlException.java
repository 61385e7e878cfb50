package heed.schemas.yaml;

import java.util.OptionalInt;

/** Says that a text is no YAML, why, and on which line where that is known. */
public final class NotYamlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String problem;

    NotYamlException(OptionalInt line, String problem, RuntimeException cause) {
        super(problem, cause);
        this.line = line.orElse(0);
        this.problem = problem;
    }

    /** Returns the line where it was noticed, from 1; nothing where that is not known. */
    public OptionalInt line() {
        return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
    }

    /** Returns what is wrong, in the parser's words. */
    public String problem() {
        return problem;
    }
}
