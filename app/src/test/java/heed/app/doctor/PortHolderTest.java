package heed.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class PortHolderTest {

    private final PortHolder holder = new PortHolder(Path.of("/proc"));

    @Test
    void findsTheProcessThatListens() throws Exception {
        // Given
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {

            // When
            var found = holder.of(socket.getLocalPort());

            // Then
            assertThat(found).contains(ProcessHandle.current());
        }
    }

    @Test
    void findsNobodyWhereNobodyListens() throws Exception {
        // Given
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        // When
        var found = holder.of(port);

        // Then
        assertThat(found).isEmpty();
    }
}
