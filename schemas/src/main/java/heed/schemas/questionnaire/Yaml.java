package heed.schemas.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads a YAML file as a tree that knows its lines, and gathers what is wrong with it.
 *
 * <p>Scalars are taken as text, whatever YAML thinks of them: {@code no} is an answer's code here, not a truth value.
 */
final class Yaml {

    private final String file;
    private final List<String> problems;

    Yaml(String file, List<String> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Returns the file's mapping, empty where it is none. */
    Table parse(String text) {
        try {
            var settings = LoadSettings.builder()
                    .setLabel(file)
                    .setAllowDuplicateKeys(true)
                    .build();
            Node root = new Compose(settings).composeString(text).orElse(null);
            return root == null ? missing("the file is empty") : table(root, "the file");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            return missing(line, "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            return missing("not YAML: " + e.getMessage());
        }
    }

    void problem(int line, String what) {
        problems.add(file + ":" + line + ": " + what);
    }

    private Table missing(String what) {
        return missing(1, what);
    }

    private Table missing(int line, String what) {
        problem(line, what);
        return new Table(line, "the file", Map.of());
    }

    private Table table(Node node, String path) {
        int line = line(node);
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problem(line, path + " must be a table of keys and values");
            return new Table(line, path, entries);
        }
        for (NodeTuple tuple : mapping.getValue()) {
            int keyLine = line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problem(keyLine, path + " has a key that is no plain text");
                continue;
            }
            Entry first = entries.putIfAbsent(key.getValue(), new Entry(keyLine, tuple.getValueNode()));
            if (first != null) {
                problem(keyLine, path + " has '" + key.getValue() + "' twice, first on line " + first.line());
            }
        }
        return new Table(line, path, entries);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** One key's value and the line of the key. */
    private record Entry(int line, Node value) {}

    /** A piece of text and its line. */
    record Text(int line, String value) {}

    /** A mapping of the file: looked into by key, complaining of what is missing or not meant. */
    final class Table {

        private final int line;
        private final String path;
        private final Map<String, Entry> entries;

        private Table(int line, String path, Map<String, Entry> entries) {
            this.line = line;
            this.path = path;
            this.entries = entries;
        }

        int line() {
            return line;
        }

        Set<String> keys() {
            return entries.keySet();
        }

        boolean has(String key) {
            return entries.containsKey(key);
        }

        int line(String key) {
            Entry entry = entries.get(key);
            return entry == null ? line : entry.line();
        }

        /** Complains of keys that are none of {@code known}. */
        void onlyKnows(List<String> known) {
            entries.forEach((key, entry) -> {
                if (!known.contains(key)) {
                    problem(
                            entry.line(),
                            path + " has an unknown key '" + key + "'; allowed: " + String.join(", ", known));
                }
            });
        }

        /** Returns a text; where it is missing or blank, complains and returns an empty one. */
        Text text(String key) {
            Entry entry = entries.get(key);
            if (entry == null) {
                problem(line, path + " lacks '" + key + "'");
                return new Text(line, "");
            }
            if (!(entry.value() instanceof ScalarNode scalar)
                    || scalar.getValue().isBlank()) {
                problem(entry.line(), path + ": '" + key + "' must be a text");
                return new Text(entry.line(), "");
            }
            return new Text(entry.line(), scalar.getValue());
        }

        /** Returns a table with at least one key; where it is missing, complains and returns an empty one. */
        Table table(String key) {
            Entry entry = entries.get(key);
            if (entry == null) {
                problem(line, path + " lacks '" + key + "'");
                return new Table(line, key, Map.of());
            }
            Table table = Yaml.this.table(entry.value(), path.equals("the file") ? key : path + "." + key);
            if (entry.value() instanceof MappingNode && table.entries.isEmpty()) {
                problem(entry.line(), table.path + " is empty");
            }
            return table;
        }

        String path() {
            return path;
        }
    }
}
