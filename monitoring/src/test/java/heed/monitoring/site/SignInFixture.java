package heed.monitoring.site;

import heed.monitoring.access.AccessInMemory;
import heed.monitoring.access.Audit;
import heed.monitoring.access.EntryRules;
import heed.monitoring.access.KeysInMemory;
import heed.monitoring.access.Passwords;
import heed.monitoring.access.SessionLife;
import heed.monitoring.access.Sessions;
import heed.monitoring.access.VouchedPeople;
import heed.monitoring.access.provider.Provider;
import heed.monitoring.access.provider.ProviderSettings;
import heed.monitoring.access.provider.ProviderSignIn;
import heed.monitoring.page.access.ProviderRoutes;
import heed.monitoring.page.access.SignInRoutes;
import heed.monitoring.web.AuditedViewers;
import heed.monitoring.web.ProgramViewers;
import heed.monitoring.web.Routes;
import heed.monitoring.web.SessionViewers;
import heed.monitoring.web.ViewedModels;
import heed.monitoring.web.Viewers;
import heed.schemas.AuditEntry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lets people in at a {@link PageFixture}, by accounts that are in memory or by a provider. */
public final class SignInFixture {

    private static final Clock CLOCK = Clock.systemUTC();

    public final AccessInMemory access = new AccessInMemory();
    public final Passwords passwords = new Passwords(new SecureRandom());
    public final Sessions sessions;

    /** Lets people in with their passwords. */
    public SignInFixture() {
        this(EntryRules.byPassword());
    }

    SignInFixture(EntryRules rules) {
        sessions = new Sessions(
                access.book,
                access,
                new SessionLife(Duration.ofMinutes(30), Duration.ofHours(12)),
                new SecureRandom(),
                CLOCK,
                rules);
    }

    /** Returns who asks, by their sessions. */
    public Viewers viewers() {
        return new SessionViewers(sessions);
    }

    /** Returns the same with programs, who ask by keys, and an audit of all. */
    Viewers audited(KeysInMemory keys, Consumer<AuditEntry> log) {
        return new AuditedViewers(new ProgramViewers(keys.programs, viewers()), new Audit(log, CLOCK));
    }

    /** Returns where people sign in with their passwords. */
    public Function<ViewedModels, List<? extends Routes>> byPassword() {
        return models -> List.of(new SignInRoutes(access.parts(passwords, sessions, CLOCK), models));
    }

    /** Returns where people are sent to a provider, and come back from there. */
    Function<ViewedModels, List<? extends Routes>> by(ProviderSettings provider) {
        var random = new SecureRandom();
        var signIn = new ProviderSignIn(
                new Provider(provider, CLOCK),
                new VouchedPeople(access.book, sessions, random),
                random,
                CLOCK,
                ProviderRoutes.BACK);
        return models -> List.of(new ProviderRoutes(signIn, sessions, models));
    }
}
