package heed.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.settings.DeclaredSettings;
import heed.schemas.flat.DataDictionary;
import heed.schemas.flat.FlatTables;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds what the documents say to the program, and their links to what is there. */
class DocumentsTest {

    private static final Pattern TOPIC_NAME = Pattern.compile("heed\\.[a-z-]+\\.v[0-9]+");
    private static final Pattern FENCED = Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\((?!https?://)([^)#\\s]*)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    /**
     * Documents whose shell blocks {@code DocumentCommandsIT}, {@code WaysOutIT} and {@code RunbookCommandsIT} run, and
     * one whose takes half an hour.
     */
    private static final Pattern RUN = Pattern.compile(
            "README.md|docs/(send-feedback|questionnaires|read-results|api|detection|export).md|monitoring/runbooks/\\w+.md");

    @Test
    void theReadmeIsShort() {
        // When
        List<String> lines = Documents.text("README.md").lines().toList();

        // Then
        assertThat(lines).hasSizeBetween(50, 150);
    }

    @Test
    void listsEverySettingInOrderWithItsDefaultAndWhatIsAllowed() {
        // Given
        List<String> expected = DeclaredSettings.all().stream()
                .map(setting -> "| `" + setting.key() + "` | "
                        + (setting.defaultText().isEmpty() ? "(empty)" : "`" + setting.defaultText() + "`") + " | "
                        + setting.type().allowed().split(", such as 45d", -1)[0] + " | " + setting.doc() + " |")
                .toList();

        // When
        List<String> listed = Documents.rows("docs/settings.md", "| key | default | allowed | what |");

        // Then
        assertThat(listed).containsExactlyElementsOf(expected);
    }

    @Test
    void listsEveryTopicInOrder() {
        // When
        List<String> listed = Documents.rows("docs/read-results.md", "| topic | key | value | kept |").stream()
                .map(row -> row.split("`", -1)[1])
                .toList();

        // Then
        assertThat(listed)
                .containsExactlyElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
    }

    @Test
    void saysOfEveryTopicHowLongItsRecordsAreKept() {
        // Given
        Map<String, String> kept =
                Map.of("-1", "for ever", "2592000000", "30 days", "5184000000", "60 days", "", "newest of each key");

        // When
        List<String> listed = Documents.rows("docs/read-results.md", "| topic | key | value | kept |").stream()
                .map(row -> row.split("(?<!\\\\)\\|", -1)[4].strip())
                .toList();

        // Then
        assertThat(listed)
                .containsExactlyElementsOf(Topics.all().stream()
                        .map(topic -> kept.get(topic.config().getOrDefault("retention.ms", "")))
                        .toList());
    }

    @Test
    void theDataDictionaryIsWhatTheContractsSay() {
        // When
        String dictionary = Documents.text("docs/data-dictionary.md");

        // Then
        assertThat(dictionary.substring(dictionary.indexOf("## ")))
                .as("./heed export --dictionary")
                .isEqualTo(DataDictionary.of(FlatTables.all()));
    }

    @Test
    void noTextOrConfigurationNamesATopicThatIsNotDeclared() {
        // Given
        List<String> declared = Topics.all().stream().map(Topic::name).toList();
        List<Path> texts = Stream.concat(
                        Documents.all().stream(),
                        Stream.of("docker-compose.yml", "heed.yaml").map(Documents.ROOT::resolve))
                .toList();

        // When
        List<String> named = texts.stream()
                .flatMap(file -> TOPIC_NAME.matcher(Documents.text(file)).results())
                .map(match -> match.group())
                .distinct()
                .toList();

        // Then
        assertThat(named).isNotEmpty().allMatch(declared::contains);
    }

    @Test
    void everyLinkLeadsToAFileAndAHeadingThatAreThere() {
        // When
        List<String> broken =
                Documents.all().stream().flatMap(DocumentsTest::brokenLinks).toList();

        // Then
        assertThat(broken).isEmpty();
    }

    @Test
    void everyShellBlockStandsWhereATestRunsIt() {
        // When
        List<String> withCommands = Documents.all().stream()
                .map(file -> Documents.ROOT.relativize(file).toString())
                .filter(file -> !Documents.blocks(file, "sh").isEmpty())
                .toList();

        // Then
        assertThat(withCommands).isNotEmpty().allMatch(file -> RUN.matcher(file).matches());
    }

    @Test
    void theExampleOfAQuestionnaireIsValidAndDoesWhatTheTextSays(@TempDir Path directory) throws IOException {
        // Given
        String yaml = Documents.blocks("docs/questionnaires.md", "yaml").get(0);
        Files.writeString(directory.resolve("meals-1.yaml"), yaml);

        // When
        Questionnaire meals =
                Questionnaires.shipped().andIn(directory).byId("meals-1").orElseThrow();

        // Then
        assertThat(meals.measures())
                .extracting(measure -> measure.name() + " " + measure.watch())
                .containsExactly("meals-1.choice OTHER", "meals-1.rating OVERALL");
        assertThat(meals.measures().get(0).points()).containsEntry("sometimes", 5_000);
        assertThat(meals.measures().get(1).points()).containsEntry("9", 9_000);
    }

    @Test
    void namesEveryQuestionnaireThatComesWithHeed() {
        // When
        String field = Documents.rows("docs/send-feedback.md", "| field | |").stream()
                .filter(row -> row.startsWith("| `questionnaire` |"))
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(Questionnaires.shipped().all())
                .allSatisfy(each -> assertThat(field).contains("`" + each.id() + "`"));
    }

    private static Stream<String> brokenLinks(Path file) {
        List<String> broken = new ArrayList<>();
        Matcher links = LINK.matcher(FENCED.matcher(Documents.text(file)).replaceAll(""));
        while (links.find()) {
            Path target = links.group(1).isEmpty() ? file : file.resolveSibling(links.group(1));
            String heading = links.group(2);
            if (!Files.exists(target) || (heading != null && !headings(target).contains(heading))) {
                broken.add(Documents.ROOT.relativize(file) + ": " + links.group());
            }
        }
        return broken.stream();
    }

    /** Returns the anchors of a document's headings, as GitHub makes them. */
    private static List<String> headings(Path file) {
        return HEADING.matcher(FENCED.matcher(Documents.text(file)).replaceAll(""))
                .results()
                .map(found -> found.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
