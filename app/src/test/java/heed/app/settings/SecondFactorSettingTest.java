package heed.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecondFactorSettingTest {

    private static Set<Role> needed(String people, String given) {
        return SettingsReader.read(
                        Optional.empty(), Map.of(), Map.of("access.people", people, "access.second-factor", given))
                .access()
                .secondFactorFor();
    }

    @Test
    void saysForWhichRolesAPasswordIsNotEnough() {
        // When
        List<Set<Role>> read = new ArrayList<>();
        for (String given : List.of("optional", "required", "lead", "lead, administrator")) {
            read.add(needed("accounts", given));
        }

        // Then
        assertThat(read)
                .containsExactly(
                        Set.of(), Set.of(Role.values()), Set.of(Role.LEAD), Set.of(Role.LEAD, Role.ADMINISTRATOR));
    }

    @Test
    void refusesWhatIsNoRoleAndWhatNobodyCouldHave() {
        // When // Then
        assertThatThrownBy(() -> needed("accounts", "leed"))
                .hasMessageContaining("access.second-factor")
                .hasMessageContaining("optional, required, or one or several roles");
        assertThatThrownBy(() -> needed("accounts", "")).hasMessageContaining("access.second-factor");
        assertThatThrownBy(() -> needed("open", "required")).hasMessageContaining("access.people is open");
        assertThatThrownBy(() -> needed("provider", "lead"))
                .hasMessageContaining("have the provider ask for a second factor");
    }
}
