package heed.schemas.hospital;

import java.util.List;

/** Says everything that is wrong with a list of hospitals, each problem with file and line. */
public final class HospitalException extends RuntimeException {

    private final List<String> problems;

    HospitalException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems, one line of text each. */
    public List<String> problems() {
        return problems;
    }
}
