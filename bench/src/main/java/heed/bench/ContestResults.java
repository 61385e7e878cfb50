package heed.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a contest came to.
 *
 * @param about when, where and of what: names and their values
 * @param rounds the trials of each contender that was right in all of them
 */
record ContestResults(Map<String, Object> about, Map<Contender, List<TrialResult>> rounds) {

    /** Returns the medians as a table. */
    String table() {
        String titles = Arrays.stream(Figure.values()).map(Figure::title).collect(Collectors.joining(" | "));
        StringBuilder table = new StringBuilder("| contender | " + titles + " |\n");
        table.append("|---".repeat(Figure.values().length + 1)).append("|\n");
        rounds.forEach((contender, results) -> table.append("| ")
                .append(contender.id())
                .append(" | ")
                .append(Arrays.stream(Figure.values())
                        .map(figure -> figure.text(figure.median(results)))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return table.toString();
    }

    /** Writes them to {@code directory} as {@code contenders.json} and {@code contenders.svg}. */
    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Map<String, Object> all = new LinkedHashMap<>(about);
        rounds.forEach((contender, results) -> all.put(contender.id(), json(contender, results)));
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(directory.resolve("contenders.json").toFile(), all);
        Files.writeString(directory.resolve("contenders.svg"), ContestChart.of(this));
    }

    private static Map<String, Object> json(Contender contender, List<TrialResult> results) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", contender.text());
        json.put("checked", results.get(0).check().text());
        for (Figure figure : Figure.values()) {
            json.put(
                    figure.id(),
                    results.stream()
                            .map(figure::of)
                            .map(value -> value.isNaN() ? null : (Double) (Math.round(value * 100) / 100.0))
                            .collect(Collectors.toList()));
        }
        return json;
    }
}
