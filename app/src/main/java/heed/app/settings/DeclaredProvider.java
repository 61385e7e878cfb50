package heed.app.settings;

import heed.monitoring.access.provider.ClaimMapping;
import heed.monitoring.access.provider.ProviderSettings;
import heed.schemas.access.Role;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Declares the settings under {@code provider}, and makes of them what people sign in by. */
final class DeclaredProvider {

    private static final List<String> SIGNATURES =
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    static final Setting<Optional<URI>> ISSUER = new Setting<>(
            "provider.issuer",
            ValueTypes.optionalUrl(),
            "",
            "Issuer of the OpenID Connect provider that people sign in at, as it writes itself, where access.people is"
                    + " provider");
    static final Setting<Optional<String>> CLIENT_ID =
            new Setting<>("provider.client-id", ValueTypes.optionalWord(), "", "What the provider knows this Heed by");
    static final Setting<Optional<String>> SECRET = new Setting<>(
            "provider.client-secret",
            ValueTypes.optionalText(),
            "",
            "What it knows it again by, which HEED_PROVIDER_CLIENT_SECRET_FILE may name a file of; a secret");
    static final Setting<List<String>> SCOPES = new Setting<>(
            "provider.scopes",
            ValueTypes.words(),
            "profile",
            "Scopes that the provider is asked for beside openid, so that it says the claims below");
    static final Setting<List<String>> ALGORITHMS = new Setting<>(
            "provider.algorithms",
            signatures(),
            "RS256,PS256,ES256",
            "Algorithms that the provider may sign by; those among them that it says it signs by are believed");
    static final Setting<Duration> CLOCK_SKEW = new Setting<>(
            "provider.clock-skew",
            ValueTypes.duration("1s", "5m"),
            "30s",
            "How far the provider's clock may be from this one");
    static final Setting<String> ROLE_CLAIM = new Setting<>(
            "provider.role-claim",
            ValueTypes.word(),
            "roles",
            "Claim of the ID token that has roles; a claim within a claim with a dot, such as realm_access.roles");
    static final Setting<List<ClaimMapping.Meaning>> ROLES = new Setting<>(
            "provider.roles",
            meanings(),
            "",
            "Which of the provider's words is which role; of several that somebody has the first counts, and without one"
                    + " nobody is let in");
    static final Setting<String> HOSPITALS_CLAIM = new Setting<>(
            "provider.hospitals-claim",
            ValueTypes.word(),
            "hospitals",
            "Claim that has codes of hospitals, as a list or with commas");
    static final Setting<String> UNITS_CLAIM = new Setting<>(
            "provider.units-claim", ValueTypes.word(), "units", "Claim that has units, each as HOSPITAL/UNIT");
    static final Setting<String> CALLED_CLAIM = new Setting<>(
            "provider.called-claim", ValueTypes.word(), "name", "Claim that has what others read of who acts");
    static final Setting<String> USERNAME_CLAIM = new Setting<>(
            "provider.username-claim",
            ValueTypes.word(),
            "preferred_username",
            "Claim that tells two of one name apart, and stands in brackets after it");

    static final List<Setting<?>> ALL = List.of(
            ISSUER,
            CLIENT_ID,
            SECRET,
            SCOPES,
            ALGORITHMS,
            CLOCK_SKEW,
            ROLE_CLAIM,
            ROLES,
            HOSPITALS_CLAIM,
            UNITS_CLAIM,
            CALLED_CLAIM,
            USERNAME_CLAIM);

    private DeclaredProvider() {}

    /** Returns how people sign in. */
    static Settings.Access access(ServerAccessReader.Values values, List<SettingProblem> problems) {
        return new Settings.Access(
                values.of(DeclaredSettings.ACCESS),
                values.of(DeclaredSettings.IDLE),
                values.of(DeclaredSettings.LONGEST_SESSION),
                read(values, problems),
                SecondFactorSetting.read(values, problems));
    }

    /** Returns what people sign in by; nothing where {@code problems} has why that can't be. */
    private static Optional<ProviderSettings> read(ServerAccessReader.Values values, List<SettingProblem> problems) {
        if (values.of(DeclaredSettings.ACCESS) != AccessKind.PROVIDER) {
            return Optional.empty();
        }
        List<SettingProblem> missing = new ArrayList<>();
        Optional<URI> page = ListenSettings.PAGE.publicUrl().flatMap(values::of);
        Optional<URI> issuer = values.of(ISSUER);
        Optional<String> client = values.of(CLIENT_ID);
        require(
                page.isPresent(),
                "page.public-url: where browsers reach the page, which the provider must know",
                missing);
        require(issuer.isPresent(), "provider.issuer: the provider's address, as it writes itself", missing);
        require(client.isPresent(), "provider.client-id: what the provider knows this Heed by", missing);
        require(
                !values.of(ROLES).isEmpty(),
                "provider.roles: which of the provider's words is which role, such as heed-lead=lead; without it"
                        + " nobody is let in",
                missing);
        Optional<String> secret = values.of(SECRET);
        require(
                secret.isPresent(),
                "the client's secret: HEED_PROVIDER_CLIENT_SECRET_FILE names a file that has it, or"
                        + " HEED_PROVIDER_CLIENT_SECRET has it",
                missing);
        problems.addAll(missing);
        if (!missing.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ProviderSettings(
                    issuer.orElseThrow(),
                    client.orElseThrow(),
                    new ProviderSettings.ClientSecret(secret.orElseThrow()),
                    values.of(SCOPES),
                    values.of(ALGORITHMS),
                    values.of(CLOCK_SKEW),
                    page.orElseThrow(),
                    mapping(values)));
        } catch (IllegalArgumentException e) {
            problems.add(new SettingProblem(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static ClaimMapping mapping(ServerAccessReader.Values values) {
        return new ClaimMapping(
                values.of(ROLE_CLAIM),
                values.of(ROLES),
                values.of(HOSPITALS_CLAIM),
                values.of(UNITS_CLAIM),
                values.of(CALLED_CLAIM),
                values.of(USERNAME_CLAIM));
    }

    private static void require(boolean there, String what, List<SettingProblem> missing) {
        if (!there) {
            missing.add(new SettingProblem("access.people is provider, which needs " + what));
        }
    }

    /** None is none of them, nor is what whoever knows the client's secret could sign. */
    private static ValueType<List<String>> signatures() {
        return ValueTypes.of("one or several, separated by commas, of " + String.join(", ", SIGNATURES), text -> {
            List<String> named = ValueTypes.list(text);
            ValueTypes.require(!named.isEmpty() && SIGNATURES.containsAll(named));
            return named;
        });
    }

    private static ValueType<List<ClaimMapping.Meaning>> meanings() {
        String roles = Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));
        return ValueTypes.of(
                "WORD=ROLE, several separated by commas, ROLE one of " + roles + ", or empty",
                text -> ValueTypes.list(text).stream()
                        .map(entry -> {
                            int equals = entry.lastIndexOf('=');
                            ValueTypes.require(equals > 0);
                            return new ClaimMapping.Meaning(
                                    entry.substring(0, equals).strip(),
                                    Role.of(entry.substring(equals + 1).strip())
                                            .orElseThrow(IllegalArgumentException::new));
                        })
                        .toList());
    }
}
