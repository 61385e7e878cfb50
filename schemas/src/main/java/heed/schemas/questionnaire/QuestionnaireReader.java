package heed.schemas.questionnaire;

import heed.schemas.key.MeasureName;
import heed.schemas.name.Codes;
import heed.schemas.yaml.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Reads a questionnaire from YAML and reports all that is wrong with it at once. */
final class QuestionnaireReader {

    private static final String EXCLUDED = "excluded";
    private static final int MOST_PERCENT = 100;

    private final List<String> problems = new ArrayList<>();
    private final String file;
    private final YamlFile yaml;
    private final MeasureRules rules;

    private QuestionnaireReader(String file) {
        this.file = file;
        this.yaml = new YamlFile(file, problems);
        this.rules = new MeasureRules(yaml);
    }

    /**
     * Holds a questionnaire that has been read.
     *
     * @param place file and line of its id, for messages
     */
    record Found(Questionnaire questionnaire, String place) {}

    /**
     * Returns the questionnaire that {@code text} describes.
     *
     * @param file how messages name the file
     * @throws QuestionnaireException with every problem
     */
    static Found read(String file, String text) {
        QuestionnaireReader reader = new QuestionnaireReader(file);
        YamlFile.Table root = reader.yaml.parse(text);
        if (!reader.problems.isEmpty() && root.keys().isEmpty()) {
            throw new QuestionnaireException(reader.problems);
        }
        Found found = reader.questionnaire(root);
        if (!reader.problems.isEmpty()) {
            throw new QuestionnaireException(reader.problems);
        }
        return found;
    }

    private Found questionnaire(YamlFile.Table root) {
        root.onlyKnows(List.of("id", "title", "questions", "measures", "comment", "languages"));
        YamlFile.Text id = root.text("id");
        code("id", id.line(), id.value());
        String title = root.text("title").value();
        YamlFile.Table asked = root.table("questions");
        List<Question> questions =
                asked.keys().stream().map(code -> question(code, asked)).toList();
        YamlFile.Table scored = root.table("measures");
        List<Measure> measures = scored.keys().stream()
                .map(name -> measure(id.value(), name, scored, questions))
                .toList();
        rules.atMost(asked);
        rules.atMost(scored);
        oneOverall(scored, measures);
        Optional<CommentQuestion> comment =
                root.has("comment") ? Optional.of(comment(root.table("comment"))) : Optional.empty();
        List<Translation> translations = root.has("languages")
                ? new TranslationReader(yaml, questions, comment).read(root.table("languages"))
                : List.of();
        return new Found(
                new Questionnaire(id.value(), title, questions, measures, comment, translations),
                file + ":" + id.line());
    }

    private CommentQuestion comment(YamlFile.Table table) {
        table.onlyKnows(List.of("code", "text"));
        YamlFile.Text code = table.text("code");
        code("the comment's code", code.line(), code.value());
        return new CommentQuestion(code.value(), table.text("text").value());
    }

    private Question question(String code, YamlFile.Table asked) {
        code("a question's code", asked.line(code), code);
        YamlFile.Table table = asked.table(code);
        table.onlyKnows(List.of("text", "answers"));
        String text = table.text("text").value();
        YamlFile.Table answers = table.table("answers");
        List<Option> options = new ArrayList<>();
        for (String answer : answers.keys()) {
            code("an answer's code", answers.line(answer), answer);
            options.add(new Option(answer, answers.text(answer).value()));
        }
        return new Question(code, text, options);
    }

    private Measure measure(String questionnaire, String name, YamlFile.Table scored, List<Question> questions) {
        int before = problems.size();
        code("a measure's name", scored.line(name), name);
        if (!MeasureName.isMeasure(name)) {
            yaml.problem(
                    scored.line(name),
                    "a measure's name has no '.', which parts it from its questionnaire's id, was '" + name + "'");
        }
        YamlFile.Table table = scored.table(name);
        table.onlyKnows(List.of("title", "question", "watch", "better", "league", "target", "points"));
        String title = table.text("title").value();
        YamlFile.Text question = table.text("question");
        WatchRole watch = symbol(table, "watch", WatchRole.class);
        Better better = table.has("better") ? symbol(table, "better", Better.class) : Better.HIGHER;
        LeagueRole league = table.has("league") ? symbol(table, "league", LeagueRole.class) : LeagueRole.COUNTED;
        OptionalInt target = table.has("target") ? target(table) : OptionalInt.empty();
        YamlFile.Table points = table.table("points");
        Map<String, Integer> worth = new LinkedHashMap<>();
        points.keys().forEach(answer -> worth.put(answer, points(points, answer)));
        List<String> codes = questions.stream().map(Question::code).toList();
        int place = codes.indexOf(question.value());
        if (place >= 0) {
            sameAnswers(points, questions.get(place));
        } else if (!question.value().isEmpty()) {
            yaml.problem(
                    question.line(),
                    table.path() + ": there is no question '" + question.value() + "'; allowed: "
                            + String.join(", ", codes));
        }
        Measure measure = new Measure(
                MeasureName.isMeasure(name) ? new MeasureName(questionnaire, name).text() : name,
                title,
                question.value(),
                worth,
                watch,
                better,
                league,
                target);
        if (problems.size() == before) {
            rules.check(table, measure, worth);
        }
        return measure;
    }

    private OptionalInt target(YamlFile.Table table) {
        YamlFile.Text text = table.text("target");
        if (text.value().matches("[0-9]{1,3}") && Integer.parseInt(text.value()) <= MOST_PERCENT) {
            return OptionalInt.of(Integer.parseInt(text.value()));
        }
        if (!text.value().isEmpty()) {
            yaml.problem(
                    text.line(),
                    table.path() + ": target must be a whole number of percent, 0 to " + MOST_PERCENT + ", was '"
                            + text.value() + "'");
        }
        return OptionalInt.empty();
    }

    private void sameAnswers(YamlFile.Table points, Question question) {
        List<String> answers = question.options().stream().map(Option::code).toList();
        for (String answer : points.keys()) {
            if (!answers.contains(answer)) {
                yaml.problem(
                        points.line(answer),
                        points.path() + ": question '" + question.code() + "' has no answer '" + answer + "'; allowed: "
                                + String.join(", ", answers));
            }
        }
        for (String answer : answers) {
            if (!points.keys().contains(answer)) {
                yaml.problem(
                        points.line(),
                        points.path() + " lacks the answer '" + answer + "'; give it 0 to " + Measure.MOST_POINTS
                                + " points, or '" + EXCLUDED + "'");
            }
        }
    }

    private int points(YamlFile.Table points, String answer) {
        YamlFile.Text text = points.text(answer);
        if (text.value().equals(EXCLUDED)) {
            return Measure.EXCLUDED;
        }
        if (text.value().matches("[0-9]{1,5}") && Integer.parseInt(text.value()) <= Measure.MOST_POINTS) {
            return Integer.parseInt(text.value());
        }
        if (!text.value().isEmpty()) {
            yaml.problem(
                    text.line(),
                    points.path() + ": points of '" + answer + "' must be a whole number, 0 to " + Measure.MOST_POINTS
                            + ", or '" + EXCLUDED + "', was '" + text.value() + "'");
        }
        return Measure.EXCLUDED;
    }

    /** Returns the symbol that a key names; complains and returns the first one where it names none. */
    private <E extends Enum<E>> E symbol(YamlFile.Table table, String key, Class<E> type) {
        YamlFile.Text text = table.text(key);
        List<E> symbols = List.of(type.getEnumConstants());
        for (E symbol : symbols) {
            if (text.value().equals(word(symbol))) {
                return symbol;
            }
        }
        if (!text.value().isEmpty()) {
            String allowed = symbols.stream().map(QuestionnaireReader::word).collect(Collectors.joining(", "));
            yaml.problem(
                    text.line(),
                    table.path() + ": " + key + " must be one of " + allowed + ", was '" + text.value() + "'");
        }
        return symbols.get(0);
    }

    private static String word(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT);
    }

    private void oneOverall(YamlFile.Table scored, List<Measure> measures) {
        List<String> overall = measures.stream()
                .filter(measure -> measure.watch() == WatchRole.OVERALL)
                .map(Measure::name)
                .toList();
        if (overall.size() > 1) {
            yaml.problem(
                    scored.line(), "only one measure may be watched as overall, found " + String.join(", ", overall));
        }
    }

    private void code(String what, int line, String code) {
        if (!code.isEmpty() && !Codes.isCode(code)) {
            yaml.problem(line, what + " must match " + Codes.PATTERN + ", was '" + code + "'");
        }
    }
}
