package io.riftwatch.classify.signal;

import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The same measure of the same article has the same id in every replica and revision. */
public final class SignalId {

  private static final int BYTES = 16;

  private SignalId() {}

  /** The id of a measure that an article states. */
  public static String of(
      String article,
      SignalType type,
      Optional<String> actor,
      Optional<String> target,
      Status status) {
    String identity =
        String.join("\n", article, type.name(), actor.orElse(""), target.orElse(""), status.name());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
