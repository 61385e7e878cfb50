package heed.connectors.submission;

import java.util.List;

/**
 * Names one thing that is wrong with a submission: where, what, and what would be right. Never holds what was
 * submitted, except for names of fields that have the form of a code.
 *
 * @param path the place, as {@link SubmissionPlace#text} writes it
 * @param allowed what may stand there, where that is a list
 */
public record Problem(String path, String message, List<String> allowed) {}
