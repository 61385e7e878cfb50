package heed.app.settings;

import heed.connectors.webhook.GivenSecrets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the secrets of webhooks that stand in variables, or in files that variables name. */
final class WebhookSecrets {

    private WebhookSecrets() {}

    /** Returns them; what can't be read is added to {@code problems}. */
    static GivenSecrets read(Map<String, String> environment, List<SettingProblem> problems) {
        Map<String, String> byVariable = new HashMap<>();
        environment.forEach((variable, value) -> {
            if (GivenSecrets.isVariable(variable)) {
                String named = SecretFiles.named(variable);
                Optional<String> secret = named.equals(variable)
                        ? Optional.of(value.strip())
                        : SecretFiles.read(named, variable, value, problems).map(SettingValue::value);
                secret.map(text -> byVariable.put(named, text))
                        .ifPresent(former -> problems.add(new SettingProblem(
                                named + " and " + named + SecretFiles.BEHIND + " are both set: take one away")));
            }
        });
        return new GivenSecrets(byVariable);
    }

    /** Returns what is wrong where there is no file of webhooks that they could be of. */
    static Optional<SettingProblem> problem(GivenSecrets given, Optional<Path> webhooks) {
        return given.byVariable().isEmpty() || webhooks.isPresent()
                ? Optional.empty()
                : Optional.of(new SettingProblem(
                        given + " are given, and intake.webhooks names no file: name it, or take them away"));
    }
}
