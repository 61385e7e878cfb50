package heed.connectors.webhook;

import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.yaml.FileProblemsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Holds the vendors whose deliveries are taken, by what their addresses end in. */
public final class Webhooks {

    private final Map<String, Webhook> byName;

    Webhooks(Map<String, Webhook> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** Returns that none are taken. */
    public static Webhooks none() {
        return new Webhooks(Map.of());
    }

    /**
     * Reads the file that says which are taken, with the mappings and secrets that it names.
     *
     * @param given secrets that were given otherwise, each in place of one that the file names
     * @throws FileProblemsException with everything that is wrong
     */
    public static Webhooks read(Path file, GivenSecrets given, Questionnaires questionnaires) {
        return WebhooksFile.read(file, given, questionnaires);
    }

    /** Returns the vendor of a name. */
    public Optional<Webhook> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns how many there are. */
    public int count() {
        return byName.size();
    }
}
