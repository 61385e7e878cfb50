package heed.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.readmodel.CommentThemes;
import heed.monitoring.readmodel.HeldComments;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.SeenComments;
import heed.schemas.Audience;
import heed.schemas.access.Right;
import heed.schemas.disclosure.Disclosure;
import io.javalin.http.Context;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewedModelsTest {

    private static final Rule COMMENTS = Rule.of(Right.COMMENTS);
    private static final Context REQUEST = (Context) Proxy.newProxyInstance(
            Context.class.getClassLoader(), new Class<?>[] {Context.class}, (request, method, with) -> null);

    @Test
    void openNoAddressOfCommentsWhereTheyAreNotShown() {
        // When
        var kept = new ViewedModels(new ReadModel(Clock.systemUTC(), Simulated.STAFF), Viewers.everything());

        // Then
        assertThat(kept.permits(COMMENTS, REQUEST)).isFalse();
        assertThat(kept.may(Right.COMMENTS, REQUEST)).isFalse();
        assertThat(kept.may(Right.FIGURES, REQUEST)).isTrue();
        assertThat(kept.comments(REQUEST)).isSameAs(SeenComments.NONE);
    }

    @Test
    void openNoAddressOfCommentsOnAPageForEverybody() {
        // Given
        var model = new ReadModel(Clock.systemUTC(), new Disclosure(Audience.PUBLISHED, 10));

        // When
        var published = new ViewedModels(model, Viewers.everything(), Optional.of(ViewedModelsTest::held));

        // Then
        assertThat(published.permits(COMMENTS, REQUEST)).isFalse();
        assertThat(published.comments(REQUEST)).isSameAs(SeenComments.NONE);
    }

    @Test
    void openThemWhereTheyAreShown() {
        // Given
        var model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

        // When
        var shown = new ViewedModels(model, Viewers.everything(), Optional.of(ViewedModelsTest::held));

        // Then
        assertThat(shown.permits(COMMENTS, REQUEST)).isTrue();
        assertThat(shown.comments(REQUEST)).isNotSameAs(SeenComments.NONE);
    }

    private static HeldComments held() {
        return new HeldComments(Simulated.comments(), Instant.EPOCH, CommentThemes.NONE);
    }
}
