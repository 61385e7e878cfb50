package heed.monitoring.readmodel;

import heed.schemas.Comment;
import java.time.Instant;
import java.util.Collection;

/**
 * What patients wrote, as far as the page holds it.
 *
 * @param since from when on all is held: what was written earlier is not kept any more
 * @param themes says what each is about
 */
public record HeldComments(Collection<Comment> comments, Instant since, CommentThemes themes) {}
