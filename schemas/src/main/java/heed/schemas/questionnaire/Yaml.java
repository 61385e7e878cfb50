package heed.schemas.questionnaire;

import heed.schemas.name.PlainText;
import heed.schemas.yaml.NotYamlException;
import heed.schemas.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks into a YAML file by key, and gathers what is wrong with it. */
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
            return YamlNode.parse(text)
                    .map(root -> table(root, "the file"))
                    .orElseGet(() -> missing(1, "the file is empty"));
        } catch (NotYamlException e) {
            return missing(e.line().orElse(1), "not YAML: " + e.problem());
        }
    }

    void problem(int line, String what) {
        problems.add(file + ":" + line + ": " + what);
    }

    private Table missing(int line, String what) {
        problem(line, what);
        return new Table(line, "the file", Map.of());
    }

    private Table table(YamlNode node, String path) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (!node.isMapping()) {
            problem(node.line(), path + " must be a table of keys and values");
        }
        for (YamlNode.Entry each : node.entries()) {
            if (each.key().isEmpty()) {
                problem(each.line(), path + " has a key that is no plain text");
                continue;
            }
            String key = each.key().get();
            Entry first = entries.putIfAbsent(key, new Entry(each.line(), each.value()));
            if (first != null) {
                problem(each.line(), path + " has '" + key + "' twice, first on line " + first.line());
            }
        }
        return new Table(node.line(), path, entries);
    }

    /** One key's value and the line of the key. */
    private record Entry(int line, YamlNode value) {}

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
            Optional<String> text = entry.value().text().filter(value -> !value.isBlank());
            if (text.isEmpty()) {
                problem(entry.line(), path + ": '" + key + "' must be a text");
            } else if (!PlainText.isPlainLine(text.get().strip())) {
                problem(
                        entry.line(),
                        path + ": '" + key
                                + "' must be one line without control characters and such as turn the direction of writing");
            }
            return new Text(entry.line(), text.orElse(""));
        }

        /** Returns a table with at least one key; where it is missing, complains and returns an empty one. */
        Table table(String key) {
            Entry entry = entries.get(key);
            if (entry == null) {
                problem(line, path + " lacks '" + key + "'");
                return new Table(line, key, Map.of());
            }
            Table table = Yaml.this.table(entry.value(), path.equals("the file") ? key : path + "." + key);
            if (entry.value().isMapping() && table.entries.isEmpty()) {
                problem(entry.line(), table.path + " is empty");
            }
            return table;
        }

        String path() {
            return path;
        }
    }
}
