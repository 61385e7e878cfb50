package heed.connectors.mapping;

import heed.connectors.submission.Submitted;
import heed.connectors.table.TableRow;
import heed.schemas.name.Codes;
import heed.schemas.yaml.YamlFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says where what patients wrote is from.
 *
 * @param column whose cells it is
 * @param question code of the question that it answers; nothing where none is said
 */
record CommentMapping(String column, Optional<String> question) {

    /** Returns what a mapping says of comments; nothing where it does not. */
    static Optional<CommentMapping> of(YamlFile yaml, YamlFile.Table root) {
        if (!root.has("comment")) {
            return Optional.empty();
        }
        YamlFile.Table said = root.table("comment");
        said.onlyKnows(List.of("column", "question"));
        Optional<String> question =
                said.has("question") ? Optional.of(said.text("question").value()) : Optional.empty();
        if (question.filter(code -> !Codes.isCode(code)).isPresent()) {
            yaml.problem(said.line("question"), "comment: question must match " + Codes.PATTERN);
        }
        return Optional.of(new CommentMapping(said.text("column").value(), question));
    }

    /** Returns the comment of a row as submissions have it; nothing where nothing was written. */
    Optional<Submitted> read(TableRow row) {
        String written = row.cell(column);
        if (MappedWords.isNothing(written)) {
            return Optional.empty();
        }
        Map<String, Submitted> said = new LinkedHashMap<>();
        said.put("text", new Submitted.Text(written));
        question.ifPresent(code -> said.put("question", new Submitted.Text(code)));
        return Optional.of(new Submitted.Fields(said));
    }
}
