package heed.connectors.webhook;

import heed.connectors.mapping.Mapping;
import heed.connectors.mapping.NamedMappings;
import heed.schemas.name.Codes;
import heed.schemas.name.NearestName;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.yaml.FileProblemsException;
import heed.schemas.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads which vendors' deliveries are taken, and reports all that is wrong with it at once. */
final class WebhooksFile {

    private static final int SHORTEST_SECRET = 16;
    private static final String FORMER = "former_secret";
    private static final String STANDARD_PREFIX = "whsec_";
    private static final List<String> FORMS = Arrays.stream(SignatureForm.values())
            .map(form -> form.name().toLowerCase(Locale.ROOT))
            .toList();

    private final List<String> problems = new ArrayList<>();
    private final GivenSecrets given;
    private final Set<String> taken = new HashSet<>();
    private final YamlFile yaml;
    private final NamedMappings mappings;

    private WebhooksFile(Path file, GivenSecrets given, Questionnaires questionnaires) {
        this.given = given;
        this.yaml = new YamlFile(file.toString(), problems);
        this.mappings = new NamedMappings(file, yaml, problems, questionnaires);
    }

    static Webhooks read(Path file, GivenSecrets given, Questionnaires questionnaires) {
        var reader = new WebhooksFile(file, given, questionnaires);
        Map<String, Webhook> byName = new LinkedHashMap<>();
        reader.mappings.text(file, 1).ifPresent(text -> {
            YamlFile.Table root = reader.yaml.parse(text);
            root.keys().forEach(name -> reader.webhook(name, root.line(name), root.table(name))
                    .ifPresent(webhook -> byName.put(name, webhook)));
            given.without(reader.taken)
                    .forEach(variable ->
                            reader.yaml.problem(1, variable + " is set, and is of no webhook in this file"));
        });
        if (!reader.problems.isEmpty()) {
            throw new FileProblemsException(reader.problems);
        }
        return new Webhooks(byName);
    }

    private Optional<Webhook> webhook(String name, int line, YamlFile.Table table) {
        if (!Codes.isCode(name)) {
            yaml.problem(line, "a webhook's name must match " + Codes.PATTERN + ": its address ends in it");
        }
        table.onlyKnows(List.of("signed", "header", "secret", FORMER, "mapping"));
        Optional<SignatureForm> form = form(table);
        Optional<Mapping> mapping = mappings.read(table.text("mapping"));
        List<byte[]> secrets = new ArrayList<>();
        form.ifPresent(known -> {
            secret(name, "secret", table, known).ifPresent(secrets::add);
            if (table.has(FORMER) || given.of(FORMER, name).isPresent()) {
                secret(name, FORMER, table, known).ifPresent(secrets::add);
            }
        });
        String header = "";
        if (form.filter(SignatureForm.HEADER::equals).isPresent()) {
            header = table.text("header").value();
        } else if (table.has("header")) {
            yaml.problem(table.line("header"), name + ": a header is named where signed is header, and only there");
        }
        if (form.isEmpty() || mapping.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Webhook(name, new Signature(form.get(), new Secrets(secrets), header), mapping.get()));
    }

    private Optional<SignatureForm> form(YamlFile.Table table) {
        YamlFile.Text text = table.text("signed");
        if (FORMS.contains(text.value())) {
            return Optional.of(SignatureForm.valueOf(text.value().toUpperCase(Locale.ROOT)));
        }
        if (!text.value().isEmpty()) {
            yaml.problem(
                    text.line(),
                    table.path() + ": signed must be one of " + String.join(", ", FORMS) + "; the nearest is "
                            + NearestName.of(text.value(), FORMS));
        }
        return Optional.empty();
    }

    /** No problem repeats what a secret is. What was given by a variable goes before the file that is named. */
    private Optional<byte[]> secret(String webhook, String key, YamlFile.Table table, SignatureForm form) {
        String variable = GivenSecrets.variable(key, webhook);
        boolean isOfAnother = !taken.add(variable);
        Optional<String> text = given.of(key, webhook);
        if (text.isPresent()) {
            if (isOfAnother) {
                yaml.problem(
                        table.line(),
                        variable + " is of two webhooks, whose names are the same as a variable: rename one, or name"
                                + " files with their secrets here");
            }
            return secret(text.get(), form, table.line(), variable);
        }
        YamlFile.Text named = table.text(key);
        return named.value().isEmpty()
                ? Optional.empty()
                : mappings.text(named.value(), named.line())
                        .flatMap(each -> secret(each.strip(), form, named.line(), "the file"));
    }

    private Optional<byte[]> secret(String text, SignatureForm form, int line, String where) {
        Optional<byte[]> secret =
                form == SignatureForm.STANDARD ? standard(text) : Optional.of(text.getBytes(StandardCharsets.UTF_8));
        if (secret.isEmpty()) {
            yaml.problem(line, where + " must have whsec_ and what follows it at the vendor, in base64");
        } else if (secret.get().length < SHORTEST_SECRET) {
            yaml.problem(line, where + " must have a secret of at least " + SHORTEST_SECRET + " bytes");
        }
        return secret;
    }

    private static Optional<byte[]> standard(String text) {
        if (!text.startsWith(STANDARD_PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text.substring(STANDARD_PREFIX.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
