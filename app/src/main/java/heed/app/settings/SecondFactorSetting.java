package heed.app.settings;

import heed.schemas.access.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Declares whose accounts need a second factor. */
final class SecondFactorSetting {

    private static final String OPTIONAL = "optional";
    private static final String REQUIRED = "required";

    static final Setting<Set<Role>> ROLES = new Setting<>(
            "access.second-factor",
            roles(),
            OPTIONAL,
            "Whose accounts need a code of their phone beside the password: optional leaves it to each, required is"
                    + " everybody's, or those of some roles");

    private SecondFactorSetting() {}

    private static ValueType<Set<Role>> roles() {
        String allowed = "optional, required, or one or several roles, separated by commas, of "
                + Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));
        return ValueTypes.of(allowed, text -> switch (text) {
            case OPTIONAL -> Set.of();
            case REQUIRED -> EnumSet.allOf(Role.class);
            default -> named(text);
        });
    }

    private static Set<Role> named(String text) {
        List<Optional<Role>> roles =
                ValueTypes.list(text).stream().map(Role::of).toList();
        ValueTypes.require(!roles.isEmpty() && roles.stream().allMatch(Optional::isPresent));
        return roles.stream().map(Optional::orElseThrow).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the roles; {@code problems} has why where nobody has an account that could need one. */
    static Set<Role> read(ServerAccessReader.Values values, List<SettingProblem> problems) {
        Set<Role> roles = values.of(ROLES);
        AccessKind people = values.of(DeclaredSettings.ACCESS);
        if (!roles.isEmpty() && people == AccessKind.PROVIDER) {
            problems.add(new SettingProblem("access.second-factor is for accounts of Heed's own, and access.people is"
                    + " provider: have the provider ask for a second factor, and leave it optional here"));
        } else if (!roles.isEmpty() && people == AccessKind.OPEN) {
            problems.add(new SettingProblem("access.second-factor needs people who sign in, and access.people is open:"
                    + " set access.people to accounts, or leave it optional"));
        }
        return roles;
    }
}
