package heed.app.settings;

import heed.schemas.yaml.NotYamlException;
import heed.schemas.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        try {
            YamlNode.parse(Files.readString(file)).ifPresent(node -> collect("", node));
        } catch (IOException e) {
            problems.add(new SettingProblem(file + ": can't be read: " + e));
        } catch (NotYamlException e) {
            String line = e.line().isPresent() ? ":" + e.line().getAsInt() : "";
            problems.add(new SettingProblem(file + line + ": is not YAML: " + e.problem()));
        }
        refuseSecondOnes();
    }

    private void collect(String prefix, YamlNode node) {
        if (node.isMapping()) {
            for (YamlNode.Entry entry : node.entries()) {
                String name = entry.key().orElse("?");
                collect(prefix.isEmpty() ? name : prefix + "." + name, entry.value());
            }
        } else if (node.text().isPresent() && !prefix.isEmpty()) {
            given.add(new SettingValue(prefix, node.isNull() ? "" : node.text().get(), origin(node)));
        } else if (!node.isNull()) {
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

    private String origin(YamlNode node) {
        return file.getFileName() + ":" + node.line();
    }
}
