package io.riftwatch.runtime.outage;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Tells that a work which is tried again and again fails, and that it succeeds again, once each.
 */
public final class Outage {

  private final Logger log;
  private final String work;
  private final AtomicBoolean lasts = new AtomicBoolean();

  /**
   * @param work what is tried, as in "feeds are claimed"
   */
  public Outage(Logger log, String work) {
    this.log = log;
    this.work = work;
  }

  /** The work, whose failure is told and has no other effect. */
  public Uni<Void> over(Uni<Void> tried) {
    return tried.invoke(this::tellEnd).onFailure().recoverWithUni(this::tellBegin);
  }

  private Uni<Void> tellBegin(Throwable cause) {
    if (!lasts.getAndSet(true)) {
      log.warnf("It fails that %s, which is tried again and again: %s", work, cause.getMessage());
    }
    return Uni.createFrom().voidItem();
  }

  private void tellEnd() {
    if (lasts.getAndSet(false)) {
      log.infof("It succeeds again that %s", work);
    }
  }
}
