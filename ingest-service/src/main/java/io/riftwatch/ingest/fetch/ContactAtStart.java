package io.riftwatch.ingest.fetch;

import io.quarkus.runtime.StartupEvent;
import io.riftwatch.runtime.http.HttpConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Reminds the operator, once, that outlets want to know whom to write to. */
@ApplicationScoped
class ContactAtStart {

  private static final Logger LOG = Logger.getLogger(ContactAtStart.class);

  void remind(@Observes StartupEvent event, HttpConfig config) {
    if (config.contact().equals(HttpConfig.NO_CONTACT)) {
      LOG.warn(
          "Outlets are not told who asks them, so that they may block you: set riftwatch.http.contact"
              + " to a page or a mail address of yours");
    }
  }
}
