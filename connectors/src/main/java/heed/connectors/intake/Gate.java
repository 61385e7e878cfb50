package heed.connectors.intake;

import heed.schemas.KeyPurpose;
import heed.schemas.ProgramKey;
import heed.schemas.program.Programs;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks senders who they are, where they have to say so. */
final class Gate {

    private final Optional<Programs> programs;

    /** Takes what knows the keys of senders; nothing where nobody is asked. */
    Gate(Optional<Programs> programs) {
        this.programs = programs;
    }

    /**
     * Returns the key that a request shows and counts the request; nothing where nobody is asked.
     *
     * @throws RefusedRequestException where it shows none that may send now
     */
    Optional<ProgramKey> admit(@Nullable String authorization) {
        return programs.map(known -> admit(known, authorization));
    }

    private static ProgramKey admit(Programs known, @Nullable String authorization) {
        ProgramKey key = known.of(authorization).orElseThrow(() -> new RefusedRequestException(Refusal.withoutKey()));
        Duration wait = known.take(key);
        if (!wait.isZero()) {
            throw new RefusedRequestException(Refusal.tooManyWithKey(wait));
        }
        if (key.getPurpose() != KeyPurpose.INTAKE) {
            throw new RefusedRequestException(Refusal.otherKey());
        }
        return key;
    }
}
