package heed.monitoring.readmodel;

import heed.schemas.Comment;
import heed.schemas.theme.Theme;
import java.util.List;

/** Says what a comment is about. */
@FunctionalInterface
public interface CommentThemes {

    /** Says nothing of any. */
    CommentThemes NONE = comment -> List.of();

    /** Returns its themes, each once; none where it is about nothing that is known. */
    List<Theme> of(Comment comment);
}
