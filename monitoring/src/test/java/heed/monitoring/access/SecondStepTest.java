package heed.monitoring.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.monitoring.access.SecondStep.Outcome;
import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.Session;
import heed.schemas.record.RecordCopy;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecondStepTest extends SecondFactorTurnedOn {

    @Test
    void letsInWhoeverTakesBothStepsAndLeadsThemOn() throws Exception {
        // When
        SignIn.Outcome first = here.signIn().attempt(WARD, "evans", RIGHT);
        String ticket = here.step().ticket("evans", "/drops?a=1|2");
        SecondStep.Result second = here.step().finish(WARD, ticket, evans.code(NOON));

        // Then
        assertThat(first).isEqualTo(SignIn.Outcome.HALF_WAY);
        assertThat(second).isEqualTo(new SecondStep.Result(Outcome.LET_IN, Optional.of("evans"), "/drops?a=1|2", NOON));
    }

    @Test
    void takesNoCodeTwiceAlsoAtAnotherInstanceAndAfterARestart() throws Exception {
        // Given
        String ticket = ticket("evans");
        String code = evans.code(NOON);
        String later = evans.code(NOON.plus(STEP));
        finish(ticket, code);

        // When
        Outcome again = finish(ticket, code);
        Outcome there = elsewhere.step().finish(WARD, ticket, code).outcome();
        Outcome restarted = access.parts(passwords, sessions(access), clock)
                .step()
                .finish(WARD, ticket, code)
                .outcome();
        Outcome before = finish(ticket, evans.code(NOON.minus(STEP)));
        Outcome next = finish(ticket, later);

        // Then
        assertThat(List.of(again, there, restarted, before)).containsOnly(Outcome.REFUSED);
        assertThat(next).isEqualTo(Outcome.LET_IN);
    }

    @Test
    void takesACodeOnceOfManyThatComeAtOneMoment() throws Exception {
        // Given
        String code = evans.code(NOON);
        var slow = access.parts(passwords, sessions(new WaitsForAnother()), clock);
        String there = slow.step().ticket("evans", "/");
        ExecutorService browsers = Executors.newFixedThreadPool(4);
        List<Callable<Outcome>> tries = IntStream.range(0, 4)
                .<Callable<Outcome>>mapToObj(
                        each -> () -> slow.step().finish(WARD, there, code).outcome())
                .toList();

        // When
        List<Outcome> outcomes = new ArrayList<>();
        try {
            for (Future<Outcome> each : browsers.invokeAll(tries)) {
                outcomes.add(each.get());
            }
        } finally {
            browsers.shutdown();
        }

        // Then
        assertThat(outcomes).containsOnlyOnce(Outcome.LET_IN).contains(Outcome.REFUSED);
    }

    /** Writes an account only when a second one wants to as well, or none has for a second. */
    private final class WaitsForAnother implements AccessWriter {

        private final CountDownLatch two = new CountDownLatch(2);

        @Override
        public CompletionStage<Void> write(Account account) {
            two.countDown();
            try {
                boolean unused = two.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return access.write(account);
        }

        @Override
        public CompletionStage<Void> write(Session session) {
            return access.write(session);
        }

        @Override
        public CompletionStage<Void> end(String sessionId) {
            return access.end(sessionId);
        }
    }

    @Test
    void takesNotTheCodeOfTurningItOnAgain() throws Exception {
        // Given
        clock.set(NOON.minusSeconds(600));
        String ticket = ticket("evans");

        // When
        Outcome outcome = finish(ticket, evans.code(NOON.minusSeconds(600)));

        // Then
        assertThat(outcome).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void takesNoCodeOfAnotherAccountNorASecretThatWasPutIntoIt() throws Exception {
        // Given
        String ticket = ticket("evans");

        List<String> digests = account("evans").getRecoveryCodes();

        // When
        Outcome others = finish(ticket, price.code(NOON));
        access.write(RecordCopy.of(account("evans"), Account.newBuilder())
                .setSecondFactor(account("price").getSecondFactor())
                .setRecoveryCodes(List.of())
                .build());
        Outcome moved = finish(ticket, price.code(NOON));
        access.write(RecordCopy.of(account("price"), Account.newBuilder())
                .setRecoveryCodes(digests)
                .build());
        Outcome recovered = finish(ticket("price"), recovery.get(0));
        long sealedByAnother =
                access.book.countSealedByAnother(new SecondFactors(AccessInMemory.KEY, new SecureRandom()));

        // Then
        assertThat(List.of(others, moved, recovered)).containsOnly(Outcome.REFUSED);
        assertThat(sealedByAnother).isEqualTo(1);
    }

    @Test
    void takesNoCodeFromABrowserThatNoPasswordWasTypedIn() throws Exception {
        // Given
        String good = ticket("evans");
        String forged =
                new Sealing("second step", "another key", new SecureRandom()).seal(NOON.toEpochMilli() + "|evans|/");
        String otherPurpose = new Sealing("second factor", AccessInMemory.KEY, new SecureRandom())
                .seal(NOON.toEpochMilli() + "|evans|/");

        // When
        List<Outcome> outcomes = List.of(
                finish("", evans.code(NOON)),
                finish("evans", evans.code(NOON)),
                finish(forged, evans.code(NOON)),
                finish(otherPurpose, evans.code(NOON)),
                finish(good.substring(1), evans.code(NOON)));

        // Then
        assertThat(outcomes).containsOnly(Outcome.OVER);
    }

    @Test
    void asksForThePasswordAgainAfterFiveMinutes() throws Exception {
        // Given
        String ticket = ticket("evans");

        // When
        clock.set(NOON.plus(Duration.ofMinutes(5)).minusMillis(1));
        boolean before = here.step().isGood(ticket);
        clock.set(NOON.plus(Duration.ofMinutes(5)));
        boolean after = here.step().isGood(ticket);
        Outcome outcome = finish(ticket, evans.code(clock.instant()));

        // Then
        assertThat(List.of(before, after)).containsExactly(true, false);
        assertThat(outcome).isEqualTo(Outcome.OVER);
    }

    @Test
    void letsNobodyInWhoWasLockedOrGivenAnotherPasswordOrResetBetweenTheSteps() throws Exception {
        // Given
        String ticket = ticket("evans");
        Account was = account("evans");

        // When
        access.write(RecordCopy.of(was, Account.newBuilder())
                .setState(AccountState.LOCKED)
                .build());
        Outcome locked = finish(ticket, evans.code(NOON));
        access.write(RecordCopy.of(was, Account.newBuilder())
                .setSessionsFrom(NOON.plusMillis(1))
                .build());
        Outcome given = finish(ticket, evans.code(NOON));
        access.write(
                SecondFactors.turnOff(RecordCopy.of(was, Account.newBuilder())).build());
        Outcome without = finish(ticket, evans.code(NOON));

        // Then
        assertThat(List.of(locked, given, without)).containsOnly(Outcome.OVER);
    }

    @Test
    void checksFewOfAThousandGuessesThoughThePasswordIsRightEachTime() throws Exception {
        // When
        List<Outcome> outcomes = new ArrayList<>();
        String ticket = ticket("evans");
        for (int guess = 0; guess < 1_000; guess++) {
            clock.set(clock.instant().plusSeconds(1));
            if (guess % 250 == 0) {
                String again = ticket("evans");
                ticket = again.isEmpty() ? ticket : again;
            }
            outcomes.add(finish(ticket, "guess" + guess));
        }
        SignIn.Outcome password = here.signIn().attempt(WARD, "evans", RIGHT);
        SignIn.Outcome other = elsewhere.signIn().attempt(WARD, "price", RIGHT);

        // Then
        assertThat(outcomes.stream().filter(Outcome.REFUSED::equals)).hasSizeBetween(5, 20);
        assertThat(outcomes).doesNotContain(Outcome.LET_IN);
        assertThat(password).isEqualTo(SignIn.Outcome.SLOWED);
        assertThat(other).isEqualTo(SignIn.Outcome.HALF_WAY);
    }

    @Test
    void forgetsWrongCodesOnlyOnceSomebodyIsWhollyIn() throws Exception {
        // Given
        String ticket = ticket("evans");
        for (int guess = 0; guess < 4; guess++) {
            finish(ticket, "guess" + guess);
        }

        // When
        ticket("evans");
        finish(ticket, "fifth");
        Outcome slowed = finish(ticket, evans.code(NOON));
        clock.set(NOON.plusSeconds(2));
        Outcome in = finish(ticket, evans.code(NOON));
        Outcome wrong = finish(ticket, "sixth");

        // Then
        assertThat(slowed).isEqualTo(Outcome.SLOWED);
        assertThat(in).isEqualTo(Outcome.LET_IN);
        assertThat(wrong).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void takesEachRecoveryCodeOnceHoweverItIsTyped() throws Exception {
        // Given
        String ticket = ticket("evans");
        String typed = " " + recovery.get(3).toUpperCase(java.util.Locale.ROOT).replace('-', ' ');

        // When
        Outcome first = finish(ticket, typed);
        Outcome again = finish(ticket, recovery.get(3));
        Outcome another = finish(ticket, recovery.get(4));
        Outcome others = finish(ticket("price"), recovery.get(5));

        // Then
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates().allMatch(each -> each.length() == 17);
        assertThat(List.of(first, another)).containsOnly(Outcome.LET_IN_BY_RECOVERY_CODE);
        assertThat(List.of(again, others)).containsOnly(Outcome.REFUSED);
        assertThat(account("evans").getRecoveryCodes()).hasSize(8);
    }

    @Test
    void keepsNothingThatWhoeverReadsTheTopicCouldSignInWith() {
        // When
        String row = account("evans").toString();

        // Then
        assertThat(account("evans").getRecoveryCodes()).hasSize(10);
        assertThat(recovery).noneMatch(row::contains).noneMatch(each -> row.contains(each.replace("-", "")));
        assertThat(new SecondFactors("another key", new SecureRandom()).use(account("evans"), recovery.get(0), NOON))
                .isEmpty();
        assertThat(new SecondFactors("another key", new SecureRandom()).use(account("evans"), evans.code(NOON), NOON))
                .isEmpty();
    }

    @Test
    void letsNobodyInWhereItIsNotKeptThatTheCodeIsUsedUp() throws Exception {
        // Given
        String ticket = ticket("evans");
        var broken = access.parts(passwords, sessions(new Broken()), clock);

        // When // Then
        assertThatThrownBy(() -> broken.step().finish(WARD, ticket, evans.code(NOON)))
                .isInstanceOf(Sessions.NotKeptException.class);
    }

    private static final class Broken implements AccessWriter {

        @Override
        public CompletionStage<Void> write(Account account) {
            return CompletableFuture.failedFuture(new IllegalStateException("no broker"));
        }

        @Override
        public CompletionStage<Void> write(Session session) {
            return CompletableFuture.failedFuture(new IllegalStateException("no broker"));
        }

        @Override
        public CompletionStage<Void> end(String sessionId) {
            return CompletableFuture.failedFuture(new IllegalStateException("no broker"));
        }
    }
}
