package heed.schemas.registry;

import org.jspecify.annotations.Nullable;

/** Says that the registry could not be asked, or failed to answer. Asking again later may succeed. */
public sealed class RegistryUnavailableException extends RuntimeException permits RegistryRefusedException {

    public RegistryUnavailableException(String registry, String what) {
        this(registry, what, null);
    }

    public RegistryUnavailableException(String registry, String what, @Nullable Throwable cause) {
        super(
                "schema registry at " + registry + ": " + what
                        + "; check that it runs, that this URL is the base of its Confluent-compatible API, and that it"
                        + " may be used from here",
                cause);
    }

    /** Says it in these words. */
    RegistryUnavailableException(String text, @Nullable Throwable cause) {
        super(text, cause);
    }
}
