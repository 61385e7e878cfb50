package heed.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Holds the source of all modules to what a reader can keep in view: small files, short methods, one meaning a name.
 */
class SourcesTest {

    private static final Path ROOT = Path.of("..");
    private static final int MOST_LINES_OF_A_FILE = 250;
    private static final int MOST_LINES_OF_A_METHOD = 45;

    private final List<Path> files = mainSources();

    @Test
    void noFileIsLongerThanAReaderCanKeepInView() {
        // When
        List<String> tooLong = files.stream()
                .filter(file -> lines(file) > MOST_LINES_OF_A_FILE)
                .map(file -> ROOT.relativize(file) + ": " + lines(file) + " lines")
                .toList();

        // Then
        assertThat(tooLong).isEmpty();
    }

    @Test
    void noMethodIsLongerThanAScreen() throws IOException {
        // When
        List<String> methods = new ArrayList<>();
        parse((unit, trees) -> new LongMethods(unit, trees, methods).scan(unit, null));

        // Then
        assertThat(methods).isEmpty();
    }

    @Test
    void noTwoClassesShareAName() throws IOException {
        // Given
        List<String> names = new ArrayList<>();

        // When
        parse((unit, trees) -> unit.getTypeDecls()
                .forEach(type -> names.add(((ClassTree) type).getSimpleName().toString())));

        // Then
        assertThat(names).hasSizeGreaterThan(400);
        assertThat(names.stream().filter(name -> Collections.frequency(names, name) > 1))
                .isEmpty();
    }

    @Test
    void benchmarksUseNoCommand() throws IOException {
        // When
        List<String> imports = new ArrayList<>();
        parse((unit, trees) -> {
            if (unit.getPackageName().toString().startsWith("heed.bench")) {
                unit.getImports().stream()
                        .map(ImportTree::getQualifiedIdentifier)
                        .map(Tree::toString)
                        .forEach(imports::add);
            }
        });

        // Then
        assertThat(imports).isNotEmpty().noneMatch(name -> name.startsWith("heed.app.command."));
    }

    private interface Look {

        void at(CompilationUnitTree unit, Trees trees);
    }

    private void parse(Look look) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                look.at(unit, trees);
            }
        }
    }

    private static final class LongMethods extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        LongMethods(CompilationUnitTree unit, Trees trees, List<String> found) {
            this.unit = unit;
            this.positions = trees.getSourcePositions();
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
            long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
            if (last - first + 1 > MOST_LINES_OF_A_METHOD) {
                found.add(ROOT.relativize(Path.of(unit.getSourceFile().getName())) + ":" + first + " "
                        + method.getName() + ": " + (last - first + 1) + " lines");
            }
            return super.visitMethod(method, null);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new IllegalStateException(file + " can't be read", e);
        }
    }

    private static List<Path> mainSources() {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new IllegalStateException("the sources can't be listed", e);
        }
    }
}
