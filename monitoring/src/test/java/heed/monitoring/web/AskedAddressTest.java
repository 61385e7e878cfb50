package heed.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.access.Right;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AskedAddressTest {

    private static final List<Guard.Guarded> REGISTERED = Stream.of(
                    "/",
                    "/hospitals/{code}",
                    "/api/v1/hospitals/{code}/spc",
                    "/drops/{id}",
                    "/league/{measure}/overall")
            .map(path -> new Guard.Guarded("GET", path, Rule.of(Right.FIGURES)))
            .toList();

    private static Optional<AskedAddress> of(String path) {
        return AskedAddress.of(path, REGISTERED);
    }

    @Test
    void keepsTheCodeOfAHospitalAndNothingElseThatWasTyped() {
        // When
        List<Optional<AskedAddress>> asked = List.of(
                of("/"),
                of("/hospitals/H1"),
                of("/api/v1/hospitals/SIM-A/spc"),
                of("/api/v1/hospitals/SI%4D%2dA/spc"),
                of("/hospitals/what he said"),
                of("/drops/what-he-said"),
                of("/league/m.x/overall"));

        // Then
        assertThat(asked.stream().map(Optional::orElseThrow))
                .containsExactly(
                        new AskedAddress("/", null),
                        new AskedAddress("/hospitals/{code}", "H1"),
                        new AskedAddress("/api/v1/hospitals/{code}/spc", "SIM-A"),
                        new AskedAddress("/api/v1/hospitals/{code}/spc", "SIM-A"),
                        new AskedAddress("/hospitals/{code}", null),
                        new AskedAddress("/drops/{id}", null),
                        new AskedAddress("/league/{measure}/overall", null));
    }

    @Test
    void isNoneWhereNothingIsRegistered() {
        // When
        List<Optional<AskedAddress>> asked = List.of(of("/what-he-said"), of("/hospitals/H1/x"), of("/hospitals/"));

        // Then
        assertThat(asked).containsOnly(Optional.empty());
    }
}
