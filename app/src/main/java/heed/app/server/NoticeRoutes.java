package heed.app.server;

import heed.connectors.notify.NoticeRoute;
import heed.connectors.notify.Unsubscribed;
import java.util.List;
import java.util.Optional;

/**
 * Who is told of changes: by none where nobody is.
 *
 * @param unsubscribed who has stopped mails, once it is read
 * @param links by which mails are stopped; nothing where people could not reach them
 */
record NoticeRoutes(List<NoticeRoute> all, Unsubscribed unsubscribed, Optional<MailLinks> links) {}
