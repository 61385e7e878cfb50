package heed.app.study.themes;

import heed.schemas.theme.Theme;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads labelled comments from a CSV file with the columns id, themes, comment and a sentiment. */
final class LabelledFile {

    private static final String SENTIMENT = "sentiment_1verypos_5veryneg";
    private static final String NOT_ASSIGNED = "Not assigned";

    private LabelledFile() {}

    /** Returns the comments in the order of the file. */
    static List<LabelledComment> read(Path file) {
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var rows = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(in)) {
            List<String> wanted = List.of("id", "themes", "comment", SENTIMENT);
            if (!rows.getHeaderNames().containsAll(wanted)) {
                throw new IllegalArgumentException(file + " needs the columns " + String.join(", ", wanted));
            }
            List<LabelledComment> comments = new ArrayList<>();
            for (CSVRecord row : rows) {
                comments.add(comment(row));
            }
            return comments;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + file, e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    private static LabelledComment comment(CSVRecord row) {
        List<String> labels = Stream.of(row.get("themes").split("; "))
                .filter(label -> !label.equals(NOT_ASSIGNED))
                .toList();
        Set<Theme> known =
                labels.stream().flatMap(label -> Theme.labelled(label).stream()).collect(Collectors.toSet());
        String sentiment = row.get(SENTIMENT);
        return new LabelledComment(
                row.get("id"),
                row.get("comment"),
                known,
                labels.size() - known.size(),
                sentiment.isEmpty() ? 0 : Integer.parseInt(sentiment));
    }
}
