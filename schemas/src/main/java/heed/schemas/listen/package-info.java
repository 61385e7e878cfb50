/**
 * Says how a server of ours is reached: by TLS with which certificate, and through which proxies, and so who a client
 * is; the same for page and intake.
 */
@NullMarked
package heed.schemas.listen;

import org.jspecify.annotations.NullMarked;
