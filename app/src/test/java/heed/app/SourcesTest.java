package heed.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/**
 * Holds the source of all modules to what a reader can keep in view: small files, short methods, one meaning a name.
 */
class SourcesTest {

    private static final int MOST_LINES_OF_A_FILE = 250;
    private static final int MOST_LINES_OF_A_METHOD = 45;

    private final Sources sources = Sources.ofPrograms();

    @Test
    void noFileIsLongerThanAReaderCanKeepInView() {
        // When
        List<String> tooLong = sources.files().stream()
                .filter(file -> lines(file) > MOST_LINES_OF_A_FILE)
                .map(file -> Sources.name(file) + ": " + lines(file) + " lines")
                .toList();

        // Then
        assertThat(tooLong).isEmpty();
    }

    @Test
    void noMethodIsLongerThanAScreen() throws IOException {
        // When
        List<String> methods = new ArrayList<>();
        sources.parse((unit, positions) -> new LongMethods(unit, positions, methods).scan(unit, null));

        // Then
        assertThat(methods).isEmpty();
    }

    @Test
    void noTwoClassesShareAName() throws IOException {
        // Given
        List<String> names = new ArrayList<>();

        // When
        sources.parse((unit, positions) -> unit.getTypeDecls()
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
        sources.parse((unit, positions) -> {
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

    @Test
    void noStaticFieldIsWrittenOn() throws IOException {
        // Given
        List<String> constants = new ArrayList<>();

        // When
        List<String> writtenOn = new ArrayList<>();
        sources.parse((unit, positions) -> new StaticFields(unit, constants, writtenOn).scan(unit, null));

        // Then
        assertThat(constants).hasSizeGreaterThan(1_000);
        assertThat(writtenOn).isEmpty();
    }

    /**
     * Finds static fields that are set again, or whose value each thread has of its own, which is set without a word.
     */
    private static final class StaticFields extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final List<String> constants;
        private final List<String> writtenOn;

        StaticFields(CompilationUnitTree unit, List<String> constants, List<String> writtenOn) {
            this.unit = unit;
            this.constants = constants;
            this.writtenOn = writtenOn;
        }

        @Override
        public Void visitVariable(VariableTree field, Void nothing) {
            Set<Modifier> modifiers = field.getModifiers().getFlags();
            if (modifiers.contains(Modifier.STATIC)) {
                boolean constant = modifiers.contains(Modifier.FINAL)
                        && !String.valueOf(field.getType()).startsWith("ThreadLocal");
                (constant ? constants : writtenOn)
                        .add(Sources.name(Path.of(unit.getSourceFile().getName())) + ": " + field.getName());
            }
            return super.visitVariable(field, null);
        }
    }

    private static final class LongMethods extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        LongMethods(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
            long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
            if (last - first + 1 > MOST_LINES_OF_A_METHOD) {
                found.add(Sources.name(Path.of(unit.getSourceFile().getName())) + ":" + first + " " + method.getName()
                        + ": " + (last - first + 1) + " lines");
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
}
