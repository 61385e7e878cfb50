package heed.connectors.mapping;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Says where the time of a response is from.
 *
 * @param zone of times that state none; else the hospital's
 */
record TimeMapping(String column, TimeFormat format, Optional<ZoneId> zone) {}
