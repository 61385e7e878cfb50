package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.ContextInitializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.app.settings.LogFormat;
import heed.app.settings.LogLevel;
import heed.app.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.internals.expiring.ExpiringCredentialRefreshingLogin;
import org.apache.kafka.common.security.oauthbearer.internals.secured.HttpJwtRetriever;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogsTest {

    @TempDir
    private Path directory;

    @AfterEach
    void logAsBefore() throws Exception {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new ContextInitializer(context).autoConfig();
    }

    @Test
    void writesAJsonObjectALineWhereProgramsGatherThem() throws Exception {
        // Given
        Path file = Logs.toFileIn(directory, new Settings.Log(LogLevel.INFO, LogFormat.JSON));
        Logger logger = LoggerFactory.getLogger("heed.test");

        // When
        logger.info("something \"happened\" count={}", 3);
        logger.debug("not told");

        // Then
        assertThat(Files.readAllLines(file)).hasSize(1);
        JsonNode line = new ObjectMapper().readTree(Files.readString(file));
        assertThat(line.get("level").asText()).isEqualTo("INFO");
        assertThat(line.get("loggerName").asText()).isEqualTo("heed.test");
        assertThat(line.get("formattedMessage").asText()).isEqualTo("something \"happened\" count=3");
        assertThat(line.get("timestamp").asLong()).isPositive();
    }

    @Test
    void writesToTheLastPlaceToldAlone() throws Exception {
        // Given
        Path first = Logs.toFileIn(directory.resolve("first"), new Settings.Log(LogLevel.INFO, LogFormat.TEXT));
        Path second = Logs.toFileIn(directory.resolve("second"), new Settings.Log(LogLevel.INFO, LogFormat.TEXT));

        // When
        LoggerFactory.getLogger("heed.test").info("told once");

        // Then
        assertThat(Files.readString(first)).isEmpty();
        assertThat(Files.readAllLines(second)).hasSize(1);
    }

    @Test
    void writesLinesForPeopleElse() throws Exception {
        // Given
        Path file = Logs.toFileIn(directory, new Settings.Log(LogLevel.DEBUG, LogFormat.TEXT));

        // When
        LoggerFactory.getLogger("heed.test").debug("told count={}", 3);

        // Then
        assertThat(Files.readString(file)).contains("DEBUG [").endsWith(" heed.test told count=3\n");
    }

    /** It may repeat the secret that it was shown; what it refuses is said by Heed. */
    @Test
    void writesNothingOfWhatATokenEndpointAnswered() throws Exception {
        // Given
        Path file = Logs.toFileIn(directory, new Settings.Log(LogLevel.DEBUG, LogFormat.TEXT));

        // When
        for (Class<?> each : List.of(HttpJwtRetriever.class, OAuthBearerLoginCallbackHandler.class)) {
            LoggerFactory.getLogger(each)
                    .error("error response body: {}", "pa55", new IllegalStateException("not pa55"));
        }

        // Then
        assertThat(Files.readString(file)).isEmpty();
    }

    @Test
    void shortCommandsTellNothingOfItEitherAndALongOneThatNoTokenCanBeRenewed() throws Exception {
        // Given
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Path.of("src/main/resources/logback.xml")
                .toAbsolutePath()
                .toUri()
                .toURL());

        // When
        boolean isToldByShortOnes =
                LoggerFactory.getLogger(OAuthBearerLoginCallbackHandler.class).isErrorEnabled();
        Path file = Logs.toFileIn(directory, new Settings.Log(LogLevel.INFO, LogFormat.TEXT));
        LoggerFactory.getLogger(ExpiringCredentialRefreshingLogin.class).warn("no token");

        // Then
        assertThat(isToldByShortOnes).isFalse();
        assertThat(Files.readString(file)).contains("no token");
    }
}
