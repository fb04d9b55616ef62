package io.riftwatch.alert.channel;

import io.riftwatch.alert.contract.Alert;
import io.smallrye.mutiny.Uni;

/** A way to the people on watch. */
public interface Channel {

  /** Sends an alert once; every outcome, a broken connection among them, is a receipt. */
  Uni<Receipt> deliver(Alert alert);
}
