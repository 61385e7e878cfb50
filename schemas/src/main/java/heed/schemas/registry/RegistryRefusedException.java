package heed.schemas.registry;

import org.jspecify.annotations.Nullable;

/** Says that the registry, or what stands before it, would not have us, or we not it. Only a person mends that. */
public final class RegistryRefusedException extends RegistryUnavailableException {

    static RegistryRefusedException unknown(String registry, String what) {
        return new RegistryRefusedException(
                "schema registry at " + registry + ": " + what
                        + ": it wants to know who asks, or will not have who asks; set registry-access.user and"
                        + " registry-access.password, or registry-access.token, to whom it may answer",
                null);
    }

    private RegistryRefusedException(String text, @Nullable Throwable cause) {
        super(text, cause);
    }

    static RegistryRefusedException untrusted(String registry, Throwable cause) {
        return new RegistryRefusedException(
                "schema registry at " + registry + ": its certificate is not trusted here (" + cause.getMessage()
                        + "); set registry-access.certificates to a PEM file of those that it is signed by",
                cause);
    }
}
