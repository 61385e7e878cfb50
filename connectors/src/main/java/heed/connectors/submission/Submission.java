package heed.connectors.submission;

import heed.schemas.Feedback;

/**
 * What a sender submitted, checked: the response, which is counted, and what was written beside it, which is kept apart
 * and never goes where the response goes.
 */
public record Submission(Feedback response, WrittenWords words) {}
