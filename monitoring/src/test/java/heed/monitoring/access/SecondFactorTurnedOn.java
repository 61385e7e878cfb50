package heed.monitoring.access;

import static heed.monitoring.access.AccessInMemory.somebody;

import heed.monitoring.SettableClock;
import heed.monitoring.access.SecondStep.Outcome;
import heed.monitoring.page.access.SignInRoutes;
import heed.schemas.Account;
import heed.schemas.access.Role;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** Two accounts with a second factor, at two instances that share one book. */
abstract class SecondFactorTurnedOn {

    static final String RIGHT = "correct horse battery";
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final Duration STEP = Duration.ofSeconds(30);
    static final Optional<String> WARD = Optional.of("10.0.0.7");

    final AccessInMemory access = new AccessInMemory();
    final SettableClock clock = new SettableClock(NOON);
    final Passwords passwords = new Passwords(new SecureRandom());
    final Sessions sessions = sessions(access);
    final SignInRoutes.Parts here = access.parts(passwords, sessions, clock);
    final SignInRoutes.Parts elsewhere = access.parts(passwords, sessions(access), clock);

    AuthenticatorApp evans;
    AuthenticatorApp price;
    List<String> recovery;

    Sessions sessions(AccessWriter writer) {
        return new Sessions(
                access.book,
                writer,
                new SessionLife(Duration.ofMinutes(30), Duration.ofHours(12)),
                new SecureRandom(),
                clock,
                new EntryRules(Optional.empty(), Set.of(Role.ANALYST)));
    }

    /** Both turn their second factor on ten minutes before noon. */
    @BeforeEach
    void turnOn() throws Exception {
        clock.set(NOON.minusSeconds(600));
        access.write(somebody("evans", Role.LEAD, "H1|")
                .setPassword(passwords.hashed(RIGHT))
                .build());
        access.write(somebody("price", Role.LEAD, "H2|")
                .setPassword(passwords.hashed(RIGHT))
                .build());
        SecondFactors.Offer offer = here.own().offer(who("price"));
        price = new AuthenticatorApp(offer.secret());
        turnOn("price", offer, price);
        offer = here.own().offer(who("evans"));
        evans = new AuthenticatorApp(offer.secret());
        recovery = turnOn("evans", offer, evans).recoveryCodes();
        clock.set(NOON);
    }

    OwnSecondFactor.Changed turnOn(String name, SecondFactors.Offer offer, AuthenticatorApp app) throws Exception {
        return here.own()
                .turnOn(who(name), offer.sealed(), RIGHT, app.code(clock.instant()))
                .orElseThrow();
    }

    SignedIn who(String name) throws Exception {
        return sessions.of(sessions.begin(name)).orElseThrow();
    }

    String ticket(String name) throws InterruptedException {
        return here.signIn().attempt(WARD, name, RIGHT) == SignIn.Outcome.HALF_WAY
                ? here.step().ticket(name, "/drops")
                : "";
    }

    Outcome finish(String ticket, String code) throws Exception {
        return here.step().finish(WARD, ticket, code).outcome();
    }

    Account account(String name) {
        return access.book.account(name).orElseThrow();
    }
}
