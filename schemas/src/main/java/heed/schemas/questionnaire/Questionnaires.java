package heed.schemas.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the questionnaires that responses may be to. */
public final class Questionnaires {

    private static final List<String> SHIPPED =
            List.of("fft-2020", "experience-1", "ncpes-2018", "hcahps", "fft-services-2020", "fft-2013");
    private static final int DIGEST_BYTES = 6;

    private final Map<String, Sourced> byId;
    private final Map<String, Measure> measures;

    /**
     * A questionnaire and where it was read.
     *
     * @param file empty where it comes with Heed
     * @param digest of its text
     */
    private record Sourced(Questionnaire questionnaire, String place, Optional<Path> file, String digest) {}

    private Questionnaires(Map<String, Sourced> byId) {
        this.byId = byId;
        this.measures = new LinkedHashMap<>();
        all().forEach(one -> one.measures().forEach(measure -> measures.put(measure.name(), measure)));
    }

    /** Returns those that come with Heed. */
    public static Questionnaires shipped() {
        Map<String, Sourced> byId = new LinkedHashMap<>();
        SHIPPED.forEach(id -> byId.put(id, readShipped(id)));
        return new Questionnaires(byId);
    }

    /**
     * Returns these and those of the files named {@code *.yaml} in {@code directory}, in the order of their names.
     *
     * @throws QuestionnaireException with the problems of all files, or where the directory can't be listed
     */
    public Questionnaires andIn(Path directory) {
        return and(QuestionnaireFiles.in(directory));
    }

    /**
     * Returns these and those of {@code files}.
     *
     * @throws QuestionnaireException with the problems of all files
     */
    public Questionnaires and(Collection<Path> files) {
        Map<String, Sourced> all = new LinkedHashMap<>(byId);
        List<String> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                String text = QuestionnaireFiles.text(file);
                var found = QuestionnaireReader.read(file.toString(), text);
                String id = found.questionnaire().id();
                Sourced first = all.putIfAbsent(
                        id, new Sourced(found.questionnaire(), found.place(), Optional.of(file), digest(text)));
                if (first != null) {
                    problems.add(found.place() + ": there is a questionnaire " + id + " already, "
                            + first.place()
                            + "; a changed questionnaire needs a new id, so that figures are never pooled");
                }
            } catch (QuestionnaireException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new QuestionnaireException(problems);
        }
        return new Questionnaires(all);
    }

    /** Returns the questionnaire of an id. */
    public Optional<Questionnaire> byId(String id) {
        return Optional.ofNullable(byId.get(id)).map(Sourced::questionnaire);
    }

    /** Returns the file that a questionnaire was read from; empty for those that come with Heed. */
    public Optional<Path> fileOf(Questionnaire questionnaire) {
        return Optional.ofNullable(byId.get(questionnaire.id())).flatMap(Sourced::file);
    }

    /**
     * Returns by what two installations tell whether a questionnaire is the same to both: the first 12 hexadecimal
     * digits of the SHA-256 of the text that it was read from, as {@code sha256sum} has them of its file.
     */
    public String digestOf(Questionnaire questionnaire) {
        return Optional.ofNullable(byId.get(questionnaire.id()))
                .map(Sourced::digest)
                .orElse("");
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns the measure of a full name, for example {@code fft-2020.positive}. */
    public Optional<Measure> measure(String name) {
        return Optional.ofNullable(measures.get(name));
    }

    /** Returns all of them, the shipped ones first. */
    public List<Questionnaire> all() {
        return byId.values().stream().map(Sourced::questionnaire).toList();
    }

    private static Sourced readShipped(String id) {
        String resource = "heed/questionnaires/" + id + ".yaml";
        try (InputStream in = Questionnaires.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the resource " + resource);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var found = QuestionnaireReader.read(resource, text);
            return new Sourced(found.questionnaire(), "which comes with Heed", Optional.empty(), digest(text));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
