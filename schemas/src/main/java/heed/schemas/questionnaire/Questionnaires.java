package heed.schemas.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the questionnaires that responses may be to. */
public final class Questionnaires {

    private static final List<String> SHIPPED = List.of("fft-2020", "experience-1");

    private final Map<String, Questionnaire> byId;
    private final Map<String, Measure> measures;

    private Questionnaires(Map<String, Questionnaire> byId) {
        this.byId = byId;
        this.measures = new LinkedHashMap<>();
        byId.values().forEach(one -> one.measures().forEach(measure -> measures.put(measure.name(), measure)));
    }

    /** Returns those that come with Heed. */
    public static Questionnaires shipped() {
        return of(SHIPPED.stream().map(Questionnaires::readShipped).toList());
    }

    /**
     * Returns {@code questionnaires} and no others.
     *
     * @throws QuestionnaireException where two have the same id
     */
    public static Questionnaires of(Collection<Questionnaire> questionnaires) {
        Map<String, Questionnaire> byId = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Questionnaire one : questionnaires) {
            if (byId.putIfAbsent(one.id(), one) != null) {
                problems.add(
                        "questionnaire " + one.id()
                                + " is defined twice; a changed questionnaire needs a new id, so that figures are never pooled");
            }
        }
        if (!problems.isEmpty()) {
            throw new QuestionnaireException(problems);
        }
        return new Questionnaires(byId);
    }

    /**
     * Returns these and those of {@code files}.
     *
     * @throws QuestionnaireException with the problems of all files
     */
    public Questionnaires and(Collection<Path> files) {
        List<Questionnaire> all = new ArrayList<>(byId.values());
        List<String> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                all.add(QuestionnaireReader.read(file.toString(), Files.readString(file)));
            } catch (QuestionnaireException e) {
                problems.addAll(e.problems());
            } catch (IOException e) {
                problems.add(file + ": cannot be read: " + e);
            }
        }
        if (!problems.isEmpty()) {
            throw new QuestionnaireException(problems);
        }
        return of(all);
    }

    /** Returns the questionnaire of an id. */
    public Optional<Questionnaire> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the measure of a full name, for example {@code fft-2020.positive}. */
    public Optional<Measure> measure(String name) {
        return Optional.ofNullable(measures.get(name));
    }

    /** Returns all of them, the shipped ones first. */
    public List<Questionnaire> all() {
        return List.copyOf(byId.values());
    }

    private static Questionnaire readShipped(String id) {
        String resource = "heed/questionnaires/" + id + ".yaml";
        try (InputStream in = Questionnaires.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the resource " + resource);
            }
            return QuestionnaireReader.read(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
