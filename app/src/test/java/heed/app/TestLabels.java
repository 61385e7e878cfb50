package heed.app;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds tests that do not say which of their lines prepare, which act and which check, as CONTRIBUTING.md asks of them:
 * {@code // Given} where there is something to prepare, {@code // When}, {@code // Then}, each on a line of its own, or
 * {@code // When // Then} where act and check are one expression.
 */
final class TestLabels extends TreeScanner<Void, Void> {

    private static final Set<String> TESTS = Set.of("Test", "ParameterizedTest", "RepeatedTest", "Property", "Example");
    private static final Pattern LABEL = Pattern.compile("(?m)^ *// ?((?:Given|When|Then)\\b.*)$");
    private static final Pattern BARE = Pattern.compile("Given|When|Then|When // Then");
    private static final Pattern ORDER = Pattern.compile("(Given, )?(When, Then|When // Then)");

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String source;
    private final Set<String> checks = new TreeSet<>();
    private final List<String> found = new ArrayList<>();
    private int tests;

    private record Label(String text, int at) {}

    private TestLabels(CompilationUnitTree unit, SourcePositions positions) throws IOException {
        this.unit = unit;
        this.positions = positions;
        this.source = unit.getSourceFile().getCharContent(true).toString();
    }

    /** Judges the tests of one file. */
    static TestLabels of(CompilationUnitTree unit, SourcePositions positions) throws IOException {
        var labels = new TestLabels(unit, positions);
        labels.learnChecks();
        labels.scan(unit, null);
        return labels;
    }

    /** Returns what was found: the line, the test, what is wrong with it. */
    List<String> found() {
        return found;
    }

    int tests() {
        return tests;
    }

    /** Learns which methods of the file check something, by what they call: a test may leave its check to one. */
    private void learnChecks() {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                if (!calls(method, TestLabels::asserts).isEmpty()) {
                    checks.add(method.getName().toString());
                }
                return super.visitMethod(method, null);
            }
        }.scan(unit, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        if (method.getBody() != null
                && method.getModifiers().getAnnotations().stream().anyMatch(TestLabels::marksATest)) {
            tests++;
            judge(method);
        }
        return super.visitMethod(method, null);
    }

    private static boolean marksATest(AnnotationTree annotation) {
        return TESTS.contains(annotation.getAnnotationType().toString());
    }

    private void judge(MethodTree method) {
        List<Label> labels = labels(method);
        List<String> texts = labels.stream().map(Label::text).toList();
        texts.stream()
                .filter(text -> !BARE.matcher(text).matches())
                .forEach(text -> tell(method, "says more than a label: // " + text));
        if (!ORDER.matcher(String.join(", ", texts)).matches()) {
            tell(method, "is labelled " + texts);
            return;
        }
        Label last = labels.get(labels.size() - 1);
        calls(method.getBody(), TestLabels::asserts).stream()
                .filter(at -> at < last.at())
                .forEach(at -> tell(method, "checks before Then, in line " + line(at)));
        if (last.text().equals("When // Then")) {
            method.getBody().getStatements().stream()
                    .filter(statement -> start(statement) > last.at() && !checks(statement))
                    .forEach(statement -> tell(
                            method, "acts without a check under // When // Then, in line " + line(start(statement))));
        }
    }

    private boolean checks(StatementTree statement) {
        return !calls(statement, call -> asserts(call) || awaits(call) || checks.contains(name(call)))
                .isEmpty();
    }

    private static boolean asserts(MethodInvocationTree call) {
        return name(call).startsWith("assert")
                || call.getMethodSelect().toString().equals("fail");
    }

    private List<Label> labels(MethodTree method) {
        List<long[]> texts = texts(method);
        List<Label> labels = new ArrayList<>();
        Matcher matcher = LABEL.matcher(source).region(start(method), (int) positions.getEndPosition(unit, method));
        while (matcher.find()) {
            int at = matcher.start(1);
            if (texts.stream().noneMatch(text -> text[0] < at && at < text[1])) {
                labels.add(new Label(matcher.group(1), at));
            }
        }
        return labels;
    }

    private List<long[]> texts(Tree tree) {
        List<long[]> spans = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void nothing) {
                spans.add(new long[] {start(literal), positions.getEndPosition(unit, literal)});
                return null;
            }
        }.scan(tree, null);
        return spans;
    }

    private List<Integer> calls(Tree tree, Predicate<MethodInvocationTree> which) {
        List<Integer> calls = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                if (which.test(call)) {
                    calls.add(start(call));
                }
                return super.visitMethodInvocation(call, null);
            }
        }.scan(tree, null);
        return calls;
    }

    /**
     * Tells whether a call fails where something does not come about in time, or, of an architecture, does not hold.
     */
    private static boolean awaits(MethodInvocationTree call) {
        return name(call).startsWith("await") || name(call).equals("check");
    }

    private static String name(MethodInvocationTree call) {
        String select = call.getMethodSelect().toString();
        return select.substring(select.lastIndexOf('.') + 1);
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private long line(int at) {
        return unit.getLineMap().getLineNumber(at);
    }

    private void tell(MethodTree method, String what) {
        found.add(line(start(method)) + " " + method.getName() + " " + what);
    }
}
