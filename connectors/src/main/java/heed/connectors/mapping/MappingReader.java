package heed.connectors.mapping;

import heed.connectors.table.TableFormat;
import heed.schemas.name.Codes;
import heed.schemas.name.NearestName;
import heed.schemas.questionnaire.Option;
import heed.schemas.questionnaire.Question;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.yaml.FileProblemsException;
import heed.schemas.yaml.YamlFile;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a mapping from YAML and reports all that is wrong with it at once. */
public final class MappingReader {

    private static final List<String> FIELDS =
            List.of("hospital", "unit", "channel", "language", "age_band", "revision");
    private static final List<String> CHANNELS = List.of("sms", "web", "kiosk", "paper", "phone", "");
    private static final List<String> KEYS = List.of(
            "questionnaire",
            "source",
            "file",
            "leave_out",
            "id",
            "hospital",
            "unit",
            "given_at",
            "channel",
            "language",
            "age_band",
            "revision",
            "answers",
            "comment");

    private final List<String> problems = new ArrayList<>();
    private final Questionnaires questionnaires;
    private final YamlFile yaml;

    private MappingReader(String file, Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
        this.yaml = new YamlFile(file, problems);
    }

    /**
     * Returns the mapping that {@code text} describes.
     *
     * @param file how messages name it
     * @throws FileProblemsException with every problem
     */
    public static Mapping read(String file, String text, Questionnaires questionnaires) {
        var reader = new MappingReader(file, questionnaires);
        YamlFile.Table root = reader.yaml.parse(text);
        Optional<Mapping> mapping =
                reader.problems.isEmpty() || !root.keys().isEmpty() ? reader.mapping(root) : Optional.empty();
        if (!reader.problems.isEmpty()) {
            throw new FileProblemsException(reader.problems);
        }
        return mapping.orElseThrow();
    }

    private Optional<Mapping> mapping(YamlFile.Table root) {
        root.onlyKnows(KEYS);
        String source = code(root, "source");
        Optional<Questionnaire> questionnaire = questionnaire(root.text("questionnaire"));
        TableFormat format = root.has("file") ? new FormatReader(yaml).read(root.table("file")) : TableFormat.GUESSED;
        Map<String, Pattern> leaveOut = root.has("leave_out") ? leaveOut(root.table("leave_out")) : Map.of();
        Optional<String> id = root.has("id") ? Optional.of(onlyColumn(root.table("id"))) : Optional.empty();
        TimeMapping givenAt = time(root.table("given_at"));
        if (!root.has("hospital")) {
            yaml.problem(root.line(), "the file lacks 'hospital'");
        }
        Map<String, FieldMapping> fields = new LinkedHashMap<>();
        FIELDS.stream().filter(root::has).forEach(name -> fields.put(name, field(name, root.table(name))));
        List<AnswerMapping> answers = questionnaire
                .map(asked -> answers(root.table("answers"), asked))
                .orElse(List.of());
        Optional<CommentMapping> comment = CommentMapping.of(yaml, root);
        return questionnaire.map(
                asked -> new Mapping(source, asked, format, leaveOut, id, givenAt, fields, answers, comment));
    }

    private String code(YamlFile.Table table, String key) {
        YamlFile.Text text = table.text(key);
        if (!text.value().isEmpty() && !Codes.isCode(text.value())) {
            yaml.problem(text.line(), key + " must match " + Codes.PATTERN);
        }
        return text.value();
    }

    private Optional<Questionnaire> questionnaire(YamlFile.Text id) {
        Optional<Questionnaire> found = questionnaires.byId(id.value());
        if (found.isEmpty() && !id.value().isEmpty()) {
            yaml.problem(
                    id.line(),
                    "there is no questionnaire '" + id.value() + "'; the nearest is "
                            + NearestName.of(
                                    id.value(),
                                    questionnaires.all().stream()
                                            .map(Questionnaire::id)
                                            .toList()));
        }
        return found;
    }

    private Map<String, Pattern> leaveOut(YamlFile.Table table) {
        Map<String, Pattern> rules = new LinkedHashMap<>();
        for (String column : table.keys()) {
            YamlFile.Text text = table.anyText(column);
            try {
                rules.put(column, Pattern.compile(text.value(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
            } catch (PatternSyntaxException e) {
                yaml.problem(text.line(), "leave_out: no regular expression: " + e.getDescription());
            }
        }
        return rules;
    }

    private static String onlyColumn(YamlFile.Table table) {
        table.onlyKnows(List.of("column"));
        return table.text("column").value();
    }

    private TimeMapping time(YamlFile.Table table) {
        table.onlyKnows(List.of("column", "format", "zone"));
        TimeFormat format = TimeFormat.ISO;
        if (table.has("format")) {
            YamlFile.Text pattern = table.text("format");
            try {
                format = TimeFormat.of(pattern.value());
            } catch (IllegalArgumentException e) {
                yaml.problem(
                        pattern.line(),
                        "given_at: format must be letters as d/M/yyyy H:mm, of Java's DateTimeFormatter: "
                                + e.getMessage());
            }
        }
        Optional<ZoneId> zone = Optional.empty();
        if (table.has("zone")) {
            YamlFile.Text name = table.text("zone");
            try {
                zone = Optional.of(ZoneId.of(name.value()));
            } catch (DateTimeException e) {
                yaml.problem(
                        name.line(),
                        "given_at: zone must be a name of the time zone database such as Europe/London, was '"
                                + name.value() + "'");
            }
        }
        return new TimeMapping(table.text("column").value(), format, zone);
    }

    private FieldMapping field(String name, YamlFile.Table table) {
        table.onlyKnows(List.of("column", "value", "words"));
        if (table.has("column") == table.has("value")) {
            yaml.problem(table.line(), name + " needs either a column or a value, which is then that of all rows");
        }
        Optional<String> column =
                table.has("column") ? Optional.of(table.text("column").value()) : Optional.empty();
        Optional<String> value =
                table.has("value") ? Optional.of(table.text("value").value()) : Optional.empty();
        Map<String, String> words = table.has("words") ? words(table.table("words")) : Map.of();
        if (name.equals("channel")) {
            value.ifPresent(word -> oneOf(table.line("value"), "channel", word, CHANNELS));
            words.values().forEach(word -> oneOf(table.line("words"), "channel.words", word, CHANNELS));
        }
        return new FieldMapping(column, value, words);
    }

    private Map<String, String> words(YamlFile.Table table) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : table.keys()) {
            String meaning = table.anyText(word).value();
            String before = words.put(MappedWords.plain(word), meaning);
            if (before != null && !before.equals(meaning)) {
                yaml.problem(table.line(word), table.path() + ": '" + word + "' has another meaning above");
            }
        }
        return words;
    }

    private void oneOf(int line, String where, String word, List<String> allowed) {
        if (!allowed.contains(word)) {
            yaml.problem(
                    line,
                    where + ": '" + word + "' is none of "
                            + String.join(
                                    ", ",
                                    allowed.stream()
                                            .filter(each -> !each.isEmpty())
                                            .toList())
                            + "; the nearest is " + NearestName.of(word, allowed.subList(0, allowed.size() - 1)));
        }
    }

    private List<AnswerMapping> answers(YamlFile.Table table, Questionnaire asked) {
        List<AnswerMapping> answers = new ArrayList<>();
        List<String> codes = asked.questions().stream().map(Question::code).toList();
        for (String question : table.keys()) {
            Optional<Question> found = asked.question(question);
            if (found.isEmpty()) {
                yaml.problem(
                        table.line(question),
                        asked.id() + " has no question '" + question + "'; the nearest is "
                                + NearestName.of(question, codes));
            } else {
                answers.add(answer(found.get(), table.table(question)));
            }
        }
        return answers;
    }

    private AnswerMapping answer(Question question, YamlFile.Table table) {
        table.onlyKnows(List.of("column", "numbers", "words"));
        List<String> allowed =
                new ArrayList<>(question.options().stream().map(Option::code).toList());
        allowed.add("");
        Map<String, String> words = table.has("words") ? words(table.table("words")) : Map.of();
        words.values().forEach(code -> oneOf(table.line("words"), table.path() + ".words", code, allowed));
        OptionalInt numbers = OptionalInt.empty();
        if (table.has("numbers")) {
            YamlFile.Text text = table.text("numbers");
            if (text.value().matches("[01]")) {
                numbers = OptionalInt.of(Integer.parseInt(text.value()));
            } else {
                yaml.problem(
                        text.line(),
                        table.path() + ": numbers is what stands for the first answer of the questionnaire, 0 or 1");
            }
        }
        return new AnswerMapping(
                question,
                new FieldMapping(Optional.of(table.text("column").value()), Optional.empty(), words),
                numbers);
    }
}
