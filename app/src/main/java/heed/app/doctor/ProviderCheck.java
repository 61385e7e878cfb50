package heed.app.doctor;

import heed.app.settings.Settings;
import heed.monitoring.access.provider.Provider;
import heed.monitoring.access.provider.ProviderException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Looks at the provider that people sign in at, where they do: found by its issuer, and signing as settings allow. */
public final class ProviderCheck {

    private final Settings.Access access;
    private final Clock clock;

    /** Takes how people sign in. */
    public ProviderCheck(Settings.Access access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /** Returns what was found; nothing where people sign in at no provider. */
    public List<Finding> run() {
        return access
                .provider()
                .map(settings -> {
                    try {
                        new Provider(settings, clock).check();
                        return Finding.ok("provider " + settings.issuer() + " answers; it must send browsers back to "
                                + settings.page() + ", and know Heed as " + settings.clientId());
                    } catch (ProviderException e) {
                        return Finding.problem(
                                Objects.requireNonNull(e.getMessage(), "it says what is wrong"),
                                "People can sign in again once that is mended");
                    }
                })
                .stream()
                .toList();
    }
}
