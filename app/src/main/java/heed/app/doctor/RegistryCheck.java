package heed.app.doctor;

import heed.schemas.registry.Compatibility;
import heed.schemas.registry.HttpSchemaRegistry;
import heed.schemas.registry.RegistryAccess;
import heed.schemas.registry.RegistryRefusedException;
import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Looks at the schema registry: reachable, and judging new versions as strictly as they must be. */
final class RegistryCheck {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Compatibility WANTED = Compatibility.FULL_TRANSITIVE;

    private final URI url;
    private final RegistryAccess access;

    RegistryCheck(URI url, RegistryAccess access) {
        this.url = url;
        this.access = access;
    }

    List<Finding> run() {
        var registry = HttpSchemaRegistry.at(url, access, LIMIT);
        try {
            int subjects = registry.subjects().size();
            return List.of(
                    Finding.ok("schema registry at " + registry.url() + " answers, with " + subjects + " subject(s)"),
                    compatibility(registry));
        } catch (RegistryRefusedException e) {
            String text = Objects.requireNonNull(e.getMessage(), "it says why");
            int remedy = text.lastIndexOf("; ");
            return List.of(Finding.problem(text.substring(0, remedy), text.substring(remedy + 2)));
        } catch (RegistryUnavailableException e) {
            return List.of(Finding.problem(
                    Objects.requireNonNull(e.getMessage(), "it says what is unavailable"),
                    "Start it, or set registry to where it is; empty starts an embedded one"));
        }
    }

    private static Finding compatibility(HttpSchemaRegistry registry) {
        List<String> lax = Topics.all().stream()
                .filter(topic -> topic.value() != byte[].class)
                .map(Topic::subject)
                .filter(subject -> registry.compatibility(subject)
                                .filter(rule -> !rule.equals(WANTED.name()))
                                .isPresent()
                        && !registry.isJudgedBy(subject, WANTED))
                .toList();
        return lax.isEmpty()
                ? Finding.ok("schema registry requires " + WANTED
                        + " compatibility of Heed's schemas, or will when `up` sets it")
                : Finding.problem(
                        "schema registry does not require " + WANTED + " compatibility of " + String.join(", ", lax),
                        "Start `heed up`, which sets it, or set it for these subjects yourself");
    }
}
