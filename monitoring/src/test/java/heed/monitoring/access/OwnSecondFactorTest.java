package heed.monitoring.access;

import static heed.monitoring.access.AccessInMemory.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.access.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnSecondFactorTest extends SecondFactorTurnedOn {

    @Test
    void turnsItOffByPasswordAndAFreshCodeAlone() throws Exception {
        // Given
        SignedIn open = who("evans");
        String used = evans.code(NOON);
        finish(ticket("evans"), used);
        String fresh = evans.code(NOON.plus(STEP));

        // When
        List<Boolean> refused = List.of(
                here.own().turnOff(open, "another", fresh).isEmpty(),
                here.own().turnOff(open, RIGHT, used).isEmpty(),
                here.own().turnOff(open, RIGHT, price.code(NOON)).isEmpty(),
                here.own().turnOff(open, RIGHT, "").isEmpty());
        OwnSecondFactor.Changed off = here.own().turnOff(open, RIGHT, fresh).orElseThrow();

        // Then
        assertThat(refused).containsOnly(true);
        assertThat(account("evans").getSecondFactor()).isNull();
        assertThat(account("evans").getRecoveryCodes()).isEmpty();
        assertThat(off.token().flatMap(sessions::of)).isPresent();
        assertThat(here.signIn().attempt(WARD, "evans", RIGHT)).isEqualTo(SignIn.Outcome.LET_IN);
    }

    @Test
    void slowsDownGuessesOfCodesByWhoeverHasAnOpenBrowserAndThePassword() throws Exception {
        // Given
        SignedIn open = who("evans");
        for (int guess = 0; guess < 5; guess++) {
            here.own().turnOff(open, RIGHT, "guess" + guess);
        }

        // When
        boolean slowed = here.own().turnOff(open, RIGHT, evans.code(NOON)).isEmpty();

        // Then
        assertThat(slowed).isTrue();
        assertThat(account("evans").getSecondFactor()).isNotNull();
    }

    @Test
    void replacesNoSecondFactorByAnotherOne() throws Exception {
        // Given
        SignedIn open = who("evans");
        SecondFactors.Offer offer = here.own().offer(open);
        String before = account("evans").getSecondFactor();

        // When
        boolean refused = here.own()
                .turnOn(open, offer.sealed(), RIGHT, new AuthenticatorApp(offer.secret()).code(NOON))
                .isEmpty();

        // Then
        assertThat(refused).isTrue();
        assertThat(account("evans").getSecondFactor()).isEqualTo(before);
    }

    @Test
    void turnsItOnWithTheSecretThatThisPersonWasShownAQuarterOfAnHourAgoAtMost() throws Exception {
        // Given
        access.write(somebody("rees", Role.LEAD, "H1|")
                .setPassword(passwords.hashed(RIGHT))
                .build());
        SignedIn rees = who("rees");
        SecondFactors.Offer own = here.own().offer(rees);
        SecondFactors.Offer others = here.own().offer(who("price"));

        // When
        boolean foreign = turnsOn(rees, others, RIGHT, others.secret());
        boolean without = turnsOn(rees, own, "another", own.secret());
        clock.set(NOON.plus(Duration.ofMinutes(15)));
        boolean late = turnsOn(rees, own, RIGHT, own.secret());
        clock.set(NOON.plus(Duration.ofMinutes(15)).minusMillis(1));
        boolean inTime = turnsOn(rees, own, RIGHT, own.secret());

        // Then
        assertThat(List.of(foreign, without, late)).containsOnly(false);
        assertThat(inTime).isTrue();
    }

    private boolean turnsOn(SignedIn who, SecondFactors.Offer offer, String password, String secret) throws Exception {
        return here.own()
                .turnOn(who, offer.sealed(), password, new AuthenticatorApp(secret).code(clock.instant()))
                .isPresent();
    }

    @Test
    void givesNoRightsBeforeTheSecondFactorThatARoleNeeds() throws Exception {
        // Given
        access.write(somebody("rees", Role.ANALYST, "H1|")
                .setPassword(passwords.hashed(RIGHT))
                .build());
        SignedIn before = who("rees");
        SecondFactors.Offer offer = here.own().offer(before);

        // When
        OwnSecondFactor.Changed on = turnOn("rees", offer, new AuthenticatorApp(offer.secret()));
        SignedIn after = on.token().flatMap(sessions::of).orElseThrow();

        // Then
        assertThat(before.missing()).isEqualTo(SignedIn.Missing.SECOND_FACTOR);
        assertThat(before.rights()).isEmpty();
        assertThat(after.rights()).isPresent();
        assertThat(who("price").missing()).isEqualTo(SignedIn.Missing.NOTHING);
        assertThat(sessions.of("gone")).isEmpty();
    }
}
