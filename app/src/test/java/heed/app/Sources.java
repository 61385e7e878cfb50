package heed.app;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads the Java files of all modules, as paths and as trees. */
record Sources(List<Path> files) {

    private static final Path ROOT = Path.of("..");

    /** Looks at one file. */
    interface Look {

        void at(CompilationUnitTree unit, SourcePositions positions) throws IOException;
    }

    /** Finds what the program and the benchmarks are made of. */
    static Sources ofPrograms() {
        return under("/src/main/java/");
    }

    /** Finds the tests and what only they use. */
    static Sources ofTests() {
        return under("/src/test/java/");
    }

    private static Sources under(String folder) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return new Sources(all.filter(file -> file.toString().contains(folder))
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList());
        } catch (IOException e) {
            throw new IllegalStateException("the sources can't be listed", e);
        }
    }

    /** Names a file as somebody at the root of the project does. */
    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    /** Shows the tree of each file. */
    void parse(Look look) throws IOException {
        try (StandardJavaFileManager manager =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            parse(manager.getJavaFileObjectsFromPaths(files), look);
        }
    }

    /** Shows the tree of each source, which need not be a file. */
    static void parse(Iterable<? extends JavaFileObject> sources, Look look) throws IOException {
        var task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, sources);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        for (CompilationUnitTree unit : task.parse()) {
            look.at(unit, positions);
        }
    }
}
