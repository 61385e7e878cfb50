package heed.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Comment;
import heed.schemas.Score;
import heed.schemas.registry.HttpSchemaRegistry;
import heed.schemas.registry.SchemaRefusedException;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.registry.UnknownSchemaException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Holds serdes and our registry client to the contract over a registry that runs. */
public abstract class HttpRegistryContract extends SerdeContract {

    private static final int ID_OF_NOTHING = 2_000_000_000;

    /** Returns the base of the running registry's API. Its rule must be full compatibility. */
    protected abstract URI server();

    @Override
    protected final SchemaRegistry registry() {
        return client();
    }

    @Override
    protected final String registryUrl() {
        return server().toString();
    }

    /** Returns a client of the running registry. */
    protected final HttpSchemaRegistry client() {
        return HttpSchemaRegistry.at(server());
    }

    @Test
    void saysUnknownOfAnIdThatTheRegistryNeverGave() {
        // When // Then
        assertThatThrownBy(() -> client().byId(ID_OF_NOTHING)).isInstanceOf(UnknownSchemaException.class);
    }

    @Test
    void refusesASchemaThatCannotFollowWhatASubjectHas() {
        // Given
        client().register("judged-value", Comment.getClassSchema());

        // When // Then
        assertThatThrownBy(() -> client().register("judged-value", Score.getClassSchema()))
                .isInstanceOf(SchemaRefusedException.class);
        assertThat(client().register("judged-value", Comment.getClassSchema())).isPositive();
    }
}
