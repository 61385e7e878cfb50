package heed.app.command;

import static heed.monitoring.access.AccessInMemory.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.access.Role;
import org.junit.jupiter.api.Test;

class AccountLineTest {

    @Test
    void saysWhoHasASecondFactorAndNothingOfIt() {
        // When
        String without = AccountLine.of(
                somebody("evans", Role.LEAD, "H1|").setPassword("x").build());
        String with = AccountLine.of(somebody("price", Role.LEAD, "H1|W2")
                .setPassword("x")
                .setSecondFactor("sealed-secret")
                .build());

        // Then
        assertThat(without).isEqualTo("evans  lead  H1  active  Called evans");
        assertThat(with).isEqualTo("price  lead  H1/W2  active, second factor  Called price");
    }
}
