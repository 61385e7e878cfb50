/**
 * What a submission is, and what must be right about it whichever way it comes in: its fields, its answers, its times.
 * A way in turns what it received into a {@link heed.connectors.submission.Submitted} and a
 * {@link heed.connectors.submission.SubmissionPlace} in its own words;
 * {@link heed.connectors.submission.SubmissionReader} makes a response of it or says everything that is wrong. Nothing
 * here knows a format or a protocol, and no problem repeats what a patient said.
 */
@NullMarked
package heed.connectors.submission;

import org.jspecify.annotations.NullMarked;
