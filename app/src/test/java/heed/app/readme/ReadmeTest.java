package heed.app.readme;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.settings.DeclaredSettings;
import heed.schemas.Topic;
import heed.schemas.Topics;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Path README = ROOT.resolve("README.md");
    private static final Pattern YAML_BLOCK =
            Pattern.compile("^```yaml\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TOPIC_NAME = Pattern.compile("heed\\.[a-z-]+\\.v[0-9]+");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]*]\\((?!https?://|#)([^)#]+)");

    @Test
    void listsEverySettingInOrderWithItsDefaultAndWhatIsAllowed() throws IOException {
        // Given
        List<String> expected = DeclaredSettings.all().stream()
                .map(setting -> "| `" + setting.key() + "` | "
                        + (setting.defaultText().isEmpty() ? "(empty)" : "`" + setting.defaultText() + "`") + " | "
                        + setting.type().allowed().split(", such as 45d", -1)[0] + " | " + setting.doc() + " |")
                .toList();

        // When
        List<String> listed = rows("| key | default | allowed | what |");

        // Then
        assertThat(listed).containsExactlyElementsOf(expected);
    }

    @Test
    void listsEveryTopicInOrder() throws IOException {
        // When
        List<String> listed = rows("| topic | key | value | kept |").stream()
                .map(row -> row.split("`", -1)[1])
                .toList();

        // Then
        assertThat(listed)
                .containsExactlyElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
    }

    @Test
    void noTextOrConfigurationNamesATopicThatIsNotDeclared() throws IOException {
        // Given
        List<String> declared = Topics.all().stream().map(Topic::name).toList();

        // When
        List<String> named = texts().stream()
                .flatMap(file -> TOPIC_NAME.matcher(read(file)).results())
                .map(match -> match.group())
                .distinct()
                .toList();

        // Then
        assertThat(named).isNotEmpty().allMatch(declared::contains);
    }

    @Test
    void everyLinkLeadsToAFileThatIsThere() {
        // When, then
        assertThat(texts()).allSatisfy(file -> {
            Matcher links = LINK.matcher(read(file));
            while (links.find()) {
                assertThat(file.resolveSibling(links.group(1))).exists();
            }
        });
    }

    @Test
    void itsQuestionnaireIsValidAndDoesWhatTheTextSays(@TempDir Path directory) throws IOException {
        // Given
        String yaml = YAML_BLOCK
                .matcher(Files.readString(README))
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.startsWith("id: "))
                .findFirst()
                .orElseThrow();
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
    void namesEveryQuestionnaireThatComesWithHeed() throws IOException {
        // When
        String field = rows("| field | |").stream()
                .filter(row -> row.startsWith("| `questionnaire` |"))
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(Questionnaires.shipped().all())
                .allSatisfy(each -> assertThat(field).contains("`" + each.id() + "`"));
    }

    /** Returns the rows of the table with that heading. */
    private static List<String> rows(String heading) throws IOException {
        return Files.readAllLines(README).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    private static List<Path> texts() {
        return Stream.of(
                        "README.md",
                        "CONTRIBUTING.md",
                        "docker-compose.yml",
                        "heed.yaml",
                        "docs/contracts.md",
                        "docs/watch.md",
                        "schemas/README.md",
                        "topology/README.md",
                        "connectors/README.md")
                .map(ROOT::resolve)
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
