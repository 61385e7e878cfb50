package heed.monitoring.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.monitoring.Simulated;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.figures.FalseShare;
import heed.schemas.listen.Reach;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardTest {

    @Test
    void startsNoServerWithAnAddressThatHasNoRule() {
        // Given
        var settings = new PageSettings("127.0.0.1", 0, List.of(), Reach.direct(), "", new FalseShare(.10), 200);
        var models = new ViewedModels(new ReadModel(Clock.systemUTC(), Simulated.STAFF), Viewers.everything());
        Routes forgotten = routes -> routes.get("/forgotten", ctx -> ctx.result("open"));

        // When // Then
        assertThatThrownBy(() -> new WebServer(settings, List.of(), List.of(forgotten), SmallBody.reader(), models))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("GET /forgotten has no rule of who may use it");
    }
}
