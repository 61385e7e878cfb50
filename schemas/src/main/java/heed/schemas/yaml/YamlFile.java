package heed.schemas.yaml;

import heed.schemas.name.NearestName;
import heed.schemas.name.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks into a YAML file by key, and gathers what is wrong with it. */
public final class YamlFile {

    private final String file;
    private final List<String> problems;

    /** Prepares to read a file, whose problems are added to {@code problems}, each with file and line. */
    public YamlFile(String file, List<String> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Returns the file's mapping, empty where it is none. */
    public Table parse(String text) {
        try {
            return YamlNode.parse(text)
                    .map(root -> table(root, "the file"))
                    .orElseGet(() -> missing(1, "the file is empty"));
        } catch (NotYamlException e) {
            return missing(e.line().orElse(1), "not YAML: " + e.problem());
        }
    }

    /** Adds what is wrong at a line. */
    public void problem(int line, String what) {
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
    public record Text(int line, String value) {}

    /** A mapping of the file: looked into by key, complaining of what is missing or not meant. */
    public final class Table {

        private final int line;
        private final String path;
        private final Map<String, Entry> entries;

        private Table(int line, String path, Map<String, Entry> entries) {
            this.line = line;
            this.path = path;
            this.entries = entries;
        }

        /** Returns the line that it begins on. */
        public int line() {
            return line;
        }

        /** Returns its keys in the file's order. */
        public Set<String> keys() {
            return entries.keySet();
        }

        /** Tells whether it has a key. */
        public boolean has(String key) {
            return entries.containsKey(key);
        }

        /** Returns the line of a key; where it has none such, its own. */
        public int line(String key) {
            Entry entry = entries.get(key);
            return entry == null ? line : entry.line();
        }

        /** Complains of keys that are none of {@code known}. */
        public void onlyKnows(List<String> known) {
            entries.forEach((key, entry) -> {
                if (!known.contains(key)) {
                    problem(
                            entry.line(),
                            path + " has an unknown key '" + key + "'; the nearest is " + NearestName.of(key, known)
                                    + "; allowed: " + String.join(", ", known));
                }
            });
        }

        /** Returns a text; where it is missing or blank, complains and returns an empty one. */
        public Text text(String key) {
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

        /** Returns a text that may be blank, as it is written; where it is missing or none, complains. */
        public Text anyText(String key) {
            Entry entry = entries.get(key);
            Optional<String> text =
                    entry == null ? Optional.empty() : entry.value().text();
            if (text.isEmpty()) {
                problem(line(key), path + ": '" + key + "' must be a text");
            }
            return new Text(line(key), text.orElse(""));
        }

        /** Returns a table with at least one key; where it is missing, complains and returns an empty one. */
        public Table table(String key) {
            Entry entry = entries.get(key);
            if (entry == null) {
                problem(line, path + " lacks '" + key + "'");
                return new Table(line, key, Map.of());
            }
            Table table = YamlFile.this.table(entry.value(), path.equals("the file") ? key : path + "." + key);
            if (entry.value().isMapping() && table.entries.isEmpty()) {
                problem(entry.line(), table.path + " is empty");
            }
            return table;
        }

        /** Returns what messages call it. */
        public String path() {
            return path;
        }
    }
}
