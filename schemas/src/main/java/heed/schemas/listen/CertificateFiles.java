package heed.schemas.listen;

import java.nio.file.Path;

/**
 * Where a server's certificate and its key are, both PEM, which may be one file.
 *
 * @param certificate of the server itself, followed by those that signed it
 * @param key that belongs to the first of them
 */
public record CertificateFiles(Path certificate, Path key) {}
