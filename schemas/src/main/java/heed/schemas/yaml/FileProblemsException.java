package heed.schemas.yaml;

import java.util.List;

/** Says everything that is wrong with a file of settings, and with the files that it names. */
public final class FileProblemsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** Takes the problems, each with file and line. */
    public FileProblemsException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems, each with file and line, in the order of the file. */
    public List<String> problems() {
        return problems;
    }
}
