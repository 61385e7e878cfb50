package heed.connectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinkAddressTest {

    private static SinkAddress address(String url) {
        return new SinkAddress(url, "heed", Optional.of("writer"), Optional.of("kept to itself"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db:5432/heed?sslmode=verify-full",
                "postgresql://db:5432/heed?sslmode=verify-full",
                "postgres://db:5432/heed?sslmode=verify-full"
            })
    void takesAnAddressAsPeopleWriteIt(String url) {
        // When
        SinkAddress address = address(url);

        // Then
        assertThat(address.url()).isEqualTo("jdbc:postgresql://db:5432/heed?sslmode=verify-full");
    }

    @Test
    void tellsTheDriverThePasswordAndNobodyElse() {
        // When
        SinkAddress address = address("postgresql://db/heed");

        // Then
        assertThat(address.properties()).containsEntry("user", "writer").containsEntry("password", "kept to itself");
        assertThat(address.toString()).isEqualTo("jdbc:postgresql://db/heed schema heed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://writer:secret@db/heed",
                "postgresql://writer@db/heed",
                "postgresql://db/heed?user=writer&Password=secret"
            })
    void refusesAnAddressThatHasAPasswordOrMayHaveOneWithoutRepeatingIt(String url) {
        // When // Then
        assertThatThrownBy(() -> address(url))
                .hasMessageStartingWith("must not have a user or password in it")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesAnotherDatabase() {
        // When // Then
        assertThatThrownBy(() -> address("mysql://db/heed"))
                .hasMessage("must be an address such as postgresql://db.example.org:5432/heed");
    }
}
