package heed.connectors.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Names one thing that is wrong with a submission: where, what, and what would be right. Never holds what was submitted,
 * except for names of fields that have the form of a code.
 *
 * @param path JSON path, {@code $[2].answers.overall}
 * @param allowed what may stand there, where that is a list
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String path, String message, List<String> allowed) {}
