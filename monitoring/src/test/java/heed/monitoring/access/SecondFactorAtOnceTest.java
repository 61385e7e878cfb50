package heed.monitoring.access;

import static heed.monitoring.access.AccessInMemory.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.monitoring.SettableClock;
import heed.monitoring.access.SecondStep.Outcome;
import heed.monitoring.page.access.SignInRoutes;
import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.Session;
import heed.schemas.access.Role;
import heed.schemas.record.RecordCopy;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Second factors while somebody else changes the account, and where the log takes the one and not the other. */
class SecondFactorAtOnceTest {

    private static final String RIGHT = "correct horse battery";
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final AccessInMemory access = new AccessInMemory();
    private final SettableClock clock = new SettableClock(NOON);
    private final Passwords passwords = new Passwords(new SecureRandom());
    private final Topic topic = new Topic();
    private final Sessions sessions = new Sessions(
            access.book,
            topic,
            new SessionLife(Duration.ofMinutes(30), Duration.ofHours(12)),
            new SecureRandom(),
            clock);
    private final SignInRoutes.Parts here = access.parts(passwords, sessions, clock);

    /** What the topic holds, of which this instance has read what went by it. */
    private final class Topic implements AccessWriter {

        private final Map<String, Account> rows = new HashMap<>();
        private Runnable before = () -> {};
        private boolean takesSessions = true;

        @Override
        public CompletionStage<Void> write(Account account) {
            before.run();
            synchronized (rows) {
                rows.put(account.getName(), account);
            }
            return access.write(account);
        }

        @Override
        public CompletionStage<Void> write(Session session) {
            return takesSessions
                    ? access.write(session)
                    : CompletableFuture.failedFuture(new IllegalStateException("no broker"));
        }

        @Override
        public CompletionStage<Void> end(String sessionId) {
            return access.end(sessionId);
        }
    }

    @BeforeEach
    void add() throws Exception {
        topic.write(somebody("evans", Role.LEAD, "H1|")
                .setPassword(passwords.hashed(RIGHT))
                .build());
    }

    private SignedIn evans() throws Exception {
        return sessions.of(sessions.begin("evans")).orElseThrow();
    }

    private record On(AuthenticatorApp app, List<String> recovery) {}

    private On turnOn() throws Exception {
        SecondFactors.Offer offer = here.own().offer(evans());
        var app = new AuthenticatorApp(offer.secret());
        List<String> recovery = here.own()
                .turnOn(evans(), offer.sealed(), RIGHT, app.code(clock.instant()))
                .orElseThrow()
                .recoveryCodes();
        clock.set(clock.instant().plusSeconds(60));
        return new On(app, recovery);
    }

    private Outcome finish(String ticket, String code) throws Exception {
        return here.step().finish(Optional.empty(), ticket, code).outcome();
    }

    private Account account() {
        return access.book.account("evans").orElseThrow();
    }

    private Account locked() {
        return RecordCopy.of(account(), Account.newBuilder())
                .setState(AccountState.LOCKED)
                .setSessionsFrom(sessions.now())
                .build();
    }

    @Test
    void leavesALockAsItIsThatThisInstanceHasNotReadYet() throws Exception {
        // Given
        On on = turnOn();
        topic.rows.put("evans", locked());

        // When
        Outcome unread = finish(here.step().ticket("evans", "/"), on.app().code(clock.instant()));
        access.write(topic.rows.get("evans"));

        // Then
        assertThat(unread).isEqualTo(Outcome.LET_IN);
        assertThat(topic.rows.get("evans").getState()).isEqualTo(AccountState.LOCKED);
        assertThat(account().getState()).isEqualTo(AccountState.LOCKED);
    }

    @Test
    void letsNobodyInWhoIsLockedWhileTheirCodeIsUsedUp() throws Exception {
        // Given
        On on = turnOn();
        topic.before = () -> access.write(locked());

        // When
        Outcome outcome = finish(here.step().ticket("evans", "/"), on.app().code(clock.instant()));

        // Then
        assertThat(outcome).isEqualTo(Outcome.OVER);
    }

    @Test
    void takesNoCodeAgainThoughTheAccountIsWrittenFromACopyOfBefore() throws Exception {
        // Given
        On on = turnOn();
        Account before = account();
        String ticket = here.step().ticket("evans", "/");
        String code = on.app().code(clock.instant());
        List<Outcome> first =
                List.of(finish(ticket, code), finish(ticket, on.recovery().get(0)));

        // When
        access.write(
                RecordCopy.of(before, Account.newBuilder()).setCalled("Another").build());
        List<Outcome> again = List.of(
                finish(ticket, code),
                finish(ticket, on.recovery().get(0)),
                finish(ticket, on.recovery().get(1)));

        // Then
        assertThat(first).containsExactly(Outcome.LET_IN, Outcome.LET_IN_BY_RECOVERY_CODE);
        assertThat(again).containsExactly(Outcome.REFUSED, Outcome.REFUSED, Outcome.LET_IN_BY_RECOVERY_CODE);
    }

    @Test
    void knowsNobodyByTheRowOfUsedCodesAndTakesAllCodesOfTheNextFactor() throws Exception {
        // Given
        On on = turnOn();
        finish(here.step().ticket("evans", "/"), on.recovery().get(0));
        boolean off = here.own().turnOff(evans(), RIGHT, on.recovery().get(1)).isPresent();

        // When
        turnOn();

        // Then
        assertThat(off).isTrue();
        assertThat(account().getRecoveryCodes()).hasSize(10);
        assertThat(topic.rows.keySet()).containsExactlyInAnyOrder("evans", "evans|used");
        assertThat(access.book.accounts()).extracting(Account::getName).containsExactly("evans");
        assertThat(topic.rows.get("evans|used").getSecondFactor())
                .isNotNull()
                .isNotEqualTo(topic.rows.get("evans").getSecondFactor());
    }

    @Test
    void beginsTheSessionAtTheMomentOfThePasswordSoThatAResetSinceEndsIt() throws Exception {
        // Given
        On on = turnOn();
        String ticket = here.step().ticket("evans", "/");
        Instant then = clock.instant();
        clock.set(then.plusSeconds(60));
        SecondStep.Result result =
                here.step().finish(Optional.empty(), ticket, on.app().code(clock.instant()));

        // When
        boolean isIn = sessions.of(sessions.begin("evans", result.shown())).isPresent();
        access.write(RecordCopy.of(account(), Account.newBuilder())
                .setSessionsFrom(clock.instant())
                .build());
        clock.set(then.plusSeconds(90));
        boolean isInAfterAReset =
                sessions.of(sessions.begin("evans", result.shown())).isPresent();

        // Then
        assertThat(result.shown()).isEqualTo(then);
        assertThat(isIn).isTrue();
        assertThat(isInAfterAReset).isFalse();
    }

    @Test
    void changesNothingForWhomeverAResetHasSignedOut() throws Exception {
        // Given
        SignedIn evans = evans();
        clock.set(NOON.plusSeconds(1));
        access.write(RecordCopy.of(account(), Account.newBuilder())
                .setPassword("given anew")
                .setSessionsFrom(clock.instant())
                .build());

        // When // Then
        assertThatThrownBy(() -> sessions.choose(evans, "chosen")).isInstanceOf(Sessions.NotKeptException.class);
        assertThat(account().getPassword()).isEqualTo("given anew");
    }

    @Test
    void turnsNothingOnWhileAFirstPasswordStands() throws Exception {
        // Given
        access.write(RecordCopy.of(account(), Account.newBuilder())
                .setFirstUntil(NOON.plus(Duration.ofDays(7)))
                .build());
        SecondFactors.Offer offer = here.own().offer(evans());

        // When
        boolean refused = here.own()
                .turnOn(evans(), offer.sealed(), RIGHT, new AuthenticatorApp(offer.secret()).code(NOON))
                .isEmpty();

        // Then
        assertThat(refused).isTrue();
        assertThat(account().getSecondFactor()).isNull();
    }

    @Test
    void turnsOnOneOfTwoAtOnceAndTellsTheRecoveryCodesThatAreGood() throws Exception {
        // Given
        SignedIn evans = evans();
        SecondFactors.Offer offer = here.own().offer(evans);
        String code = new AuthenticatorApp(offer.secret()).code(NOON);
        var two = new CountDownLatch(2);
        topic.before = () -> {
            two.countDown();
            try {
                boolean unused = two.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        Callable<Optional<OwnSecondFactor.Changed>> submit =
                () -> here.own().turnOn(evans, offer.sealed(), RIGHT, code);
        ExecutorService browsers = Executors.newFixedThreadPool(2);

        // When
        List<OwnSecondFactor.Changed> changed = new ArrayList<>();
        try {
            for (Future<Optional<OwnSecondFactor.Changed>> each : browsers.invokeAll(List.of(submit, submit))) {
                each.get().ifPresent(changed::add);
            }
        } finally {
            browsers.shutdown();
        }

        // Then
        assertThat(changed).hasSize(1);
        assertThat(finish(
                        here.step().ticket("evans", "/"),
                        changed.get(0).recoveryCodes().get(0)))
                .isEqualTo(Outcome.LET_IN_BY_RECOVERY_CODE);
    }

    @Test
    void tellsTheRecoveryCodesAlsoWhereNoSessionCouldBegin() throws Exception {
        // Given
        SignedIn evans = evans();
        SecondFactors.Offer offer = here.own().offer(evans);
        topic.takesSessions = false;

        // When
        OwnSecondFactor.Changed on = here.own()
                .turnOn(evans, offer.sealed(), RIGHT, new AuthenticatorApp(offer.secret()).code(NOON))
                .orElseThrow();
        Outcome outcome =
                finish(here.step().ticket("evans", "/"), on.recoveryCodes().get(9));

        // Then
        assertThat(on.token()).isEmpty();
        assertThat(outcome).isEqualTo(Outcome.LET_IN_BY_RECOVERY_CODE);
    }
}
