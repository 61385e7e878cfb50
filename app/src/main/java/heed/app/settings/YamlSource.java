package heed.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a settings file into keys and values with their lines; nested names are joined by dots. */
final class YamlSource {

    private final Path file;
    private final List<SettingProblem> problems;
    private final List<SettingValue> given = new ArrayList<>();

    private YamlSource(Path file, List<SettingProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads {@code file}; what can't be read is added to {@code problems}. */
    static List<SettingValue> read(Path file, List<SettingProblem> problems) {
        var source = new YamlSource(file, problems);
        source.load();
        return source.given;
    }

    private void load() {
        var settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setUseMarks(true)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(Files.readString(file));
            root.ifPresent(node -> collect("", node));
        } catch (IOException e) {
            problems.add(new SettingProblem(file + ": can't be read: " + e));
        } catch (MarkedYamlEngineException e) {
            problems.add(new SettingProblem(
                    file + e.getProblemMark().map(YamlSource::line).orElse("") + ": is not YAML: " + e.getProblem()));
        }
        refuseSecondOnes();
    }

    private void collect(String prefix, Node node) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                collect(prefix.isEmpty() ? name : prefix + "." + name, tuple.getValueNode());
            }
        } else if (node instanceof ScalarNode scalar && !prefix.isEmpty()) {
            String value = scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
            given.add(new SettingValue(prefix, value, origin(node)));
        } else if (!(node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL))) {
            problems.add(new SettingProblem(
                    (prefix.isEmpty() ? "" : prefix + " ") + "(" + origin(node) + "): must be KEY: VALUE, not a list"));
        }
    }

    private void refuseSecondOnes() {
        Map<String, String> first = new HashMap<>();
        for (SettingValue each : given) {
            String before = first.putIfAbsent(each.key(), each.origin());
            if (before != null) {
                problems.add(SettingProblem.twice(each, before));
            }
        }
    }

    private String origin(Node node) {
        return file.getFileName() + node.getStartMark().map(YamlSource::line).orElse("");
    }

    private static String line(Mark mark) {
        return ":" + (mark.getLine() + 1);
    }
}
