package heed.schemas.yaml;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Holds a value of a YAML file and its line: a mapping, a scalar or a list.
 *
 * <p>Scalars are texts, whatever YAML thinks of them: {@code no} is no truth value here, and {@code 2020} no number.
 */
public final class YamlNode {

    private final Node node;

    private YamlNode(Node node) {
        this.node = node;
    }

    /**
     * One key of a mapping and its value.
     *
     * @param key empty where it is no plain text
     * @param line line of the key, from 1
     */
    public record Entry(Optional<String> key, int line, YamlNode value) {}

    /**
     * Returns what a file holds; nothing where it is empty.
     *
     * @throws NotYamlException where {@code text} is no YAML
     */
    public static Optional<YamlNode> parse(String text) {
        try {
            return new Compose(LoadSettings.builder().build())
                    .composeString(text)
                    .map(YamlNode::new);
        } catch (MarkedYamlEngineException e) {
            OptionalInt line = e.getProblemMark()
                    .map(mark -> OptionalInt.of(mark.getLine() + 1))
                    .orElse(OptionalInt.empty());
            throw new NotYamlException(line, e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new NotYamlException(OptionalInt.empty(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns the line that it begins on, from 1. */
    public int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** Tells whether it has keys and values. */
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /**
     * Returns the entries of a mapping in the file's order, a key that is there twice included; none of anything else.
     */
    public List<Entry> entries() {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .map(each -> {
                            YamlNode key = new YamlNode(each.getKeyNode());
                            return new Entry(key.text(), key.line(), new YamlNode(each.getValueNode()));
                        })
                        .toList()
                : List.of();
    }

    /** Returns the text of a scalar; nothing of a mapping or list. */
    public Optional<String> text() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** Tells whether nothing is written here, or {@code null} or {@code ~}. */
    public boolean isNull() {
        return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
    }
}
