package heed.schemas.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientSharesTest {

    private final ClientShares shares = new ClientShares(10, 6);

    @Test
    void givesAClientItsShareAndNoMore() {
        // When
        boolean first = shares.take("a", 6);
        boolean taken = shares.isTaken("a");
        boolean over = shares.take("a", 1);
        boolean other = shares.take("b", 4);
        boolean overAll = shares.take("b", 1);

        // Then
        assertThat(first).isTrue();
        assertThat(taken).isTrue();
        assertThat(shares.isTaken("b")).isFalse();
        assertThat(over).isFalse();
        assertThat(other).isTrue();
        assertThat(overAll).isFalse();
    }

    @Test
    void takesBackAndForgetsWhoHoldsNothing() {
        // Given
        shares.take("a", 6);
        shares.take("b", 4);

        // When
        shares.giveBack("a", 2);
        boolean again = shares.take("a", 2);
        shares.giveBack("a", 6);
        shares.giveBack("b", 4);

        // Then
        assertThat(again).isTrue();
        assertThat(shares.clients()).isZero();
    }

    @Test
    void namesWhoHoldsMoreThanAClientWouldThatAsks() {
        // Given
        shares.take("a", 5);
        shares.take("b", 4);

        // When // Then
        assertThat(shares.holderOfMore("c", 4)).contains("a");
        assertThat(shares.holderOfMore("c", 5)).isEmpty();
        assertThat(shares.holderOfMore("b", 1)).isEmpty();
        assertThat(shares.holderOfMore("a", 1)).isEmpty();
    }

    @Test
    void halvesWhatThereIsAndLeavesOneAtLeast() {
        // Given
        ClientShares one = ClientShares.halfEach(1);
        ClientShares four = ClientShares.halfEach(4);

        // When // Then
        assertThat(one.take("a", 1)).isTrue();
        assertThat(one.take("b", 1)).isFalse();
        assertThat(four.take("a", 2)).isTrue();
        assertThat(four.take("a", 1)).isFalse();
        assertThat(four.take("b", 2)).isTrue();
    }
}
