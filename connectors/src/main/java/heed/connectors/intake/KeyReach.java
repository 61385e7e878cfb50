package heed.connectors.intake;

import heed.schemas.ProgramKey;
import heed.schemas.program.Programs;
import java.util.function.Predicate;

/** Tells which hospitals the key of a request is good for, and remembers whether it was asked of another. */
final class KeyReach implements Predicate<String> {

    static final String OTHERWISE = "is none that this key is good for: send it with a key of that hospital";

    private final ProgramKey key;
    private boolean exceeded;

    KeyReach(ProgramKey key) {
        this.key = key;
    }

    @Override
    public boolean test(String hospital) {
        boolean reaches = Programs.reaches(key, hospital);
        exceeded |= !reaches;
        return reaches;
    }

    /** Tells whether anything was of a hospital that the key is not good for. */
    boolean isExceeded() {
        return exceeded;
    }
}
