package heed.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the tests of all modules to the labels that CONTRIBUTING.md asks of them. */
class TestLabelsTest {

    private static final int FEWEST_TESTS = 1_000;

    private static List<String> found(String body) throws IOException {
        var source = new SimpleJavaFileObject(URI.create("string:///T.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return "class T {\n  @Test void t() {\n" + body + "\n  }\n  void holds() { assertThat(1); }\n}";
            }
        };
        List<String> found = new ArrayList<>();
        Sources.parse(
                List.of(source),
                (unit, positions) -> found.addAll(TestLabels.of(unit, positions).found()));
        return found.stream()
                .map(each -> each.substring(each.indexOf(" t ") + 3))
                .toList();
    }

    @Test
    void everyTestSaysWhatItPreparesDoesAndChecks() throws IOException {
        // Given
        List<String> found = new ArrayList<>();
        List<Integer> tests = new ArrayList<>();

        // When
        Sources.ofTests().parse((unit, positions) -> {
            TestLabels labels = TestLabels.of(unit, positions);
            String file = Sources.name(Path.of(unit.getSourceFile().getName()));
            labels.found().forEach(each -> found.add(file + ":" + each));
            tests.add(labels.tests());
        });

        // Then
        assertThat(found).isEmpty();
        assertThat(tests.stream().mapToInt(Integer::intValue).sum()).isGreaterThan(FEWEST_TESTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// Given\n a();\n // When\n b();\n // Then\n assertThat(c());",
                "// When\n b();\n // Then\n // Because of b\n assertThat(c());",
                "// When // Then\n assertThat(c());\n for (;;) { assertThat(d()); }",
                "// Given\n a();\n // When // Then\n holds();\n await().until(b());\n rule().check(all);",
                "// When\n String text = \"\"\"\n // Given that\n \"\"\";\n // Then\n assertThat(text);"
            })
    void takesTheLabelsInTheirOrder(String body) throws IOException {
        // When // Then
        assertThat(found(body)).isEmpty();
    }

    @Test
    void findsLabelsThatSayMore() throws IOException {
        // When // Then
        assertThat(found("// Given two\n a();\n // When\n b();\n // Then\n assertThat(c());"))
                .containsExactly("says more than a label: // Given two", "is labelled [Given two, When, Then]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assertThat(a());",
                "// Given\n a();\n // Then\n assertThat(b());",
                "// When\n a();\n // Given\n b();\n // Then\n assertThat(c());",
                "// When\n a();\n // Then\n assertThat(b());\n // When\n c();\n // Then\n assertThat(d());",
                "// When // Then\n assertThat(b());\n // Then\n assertThat(d());"
            })
    void findsLabelsThatAreMissingOrTwice(String body) throws IOException {
        // When // Then
        assertThat(found(body)).singleElement().asString().startsWith("is labelled [");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// Given\n assertThat(a());\n // When\n b();\n // Then\n assertThat(c());",
                "// Given\n a(() ->\n assertThatThrownBy(b()));\n // When // Then\n assertThat(c());",
                "// When\n a();\n fail();\n // Then\n assertThat(c());"
            })
    void findsChecksBeforeThen(String body) throws IOException {
        // When // Then
        assertThat(found(body)).singleElement().asString().startsWith("checks before Then, in line ");
    }

    @Test
    void findsAnActAmongChecks() throws IOException {
        // When // Then
        assertThat(found("// When // Then\n assertThat(a());\n b();\n assertThat(c());"))
                .containsExactly("acts without a check under // When // Then, in line 5");
    }
}
