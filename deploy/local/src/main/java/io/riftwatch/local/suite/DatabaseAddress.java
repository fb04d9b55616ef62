package io.riftwatch.local.suite;

import java.net.URI;

/**
 * A PostgreSQL database and who may use it.
 *
 * @param url without credentials, for example {@code postgresql://127.0.0.1:5432/riftwatch}
 * @param user its owner
 * @param password of the owner
 */
public record DatabaseAddress(String url, String user, String password) {

  /**
   * Reads {@code postgresql://user:password@host:port/database}.
   *
   * @throws IllegalArgumentException when it is not of that form
   */
  public static DatabaseAddress parse(String address) {
    URI uri = URI.create(address);
    String[] credentials =
        uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
    boolean whole =
        "postgresql".equals(uri.getScheme())
            && uri.getHost() != null
            && uri.getPath().length() > 1
            && credentials.length == 2;
    if (!whole) {
      throw new IllegalArgumentException(
          "'" + address + "' is not of the form postgresql://user:password@host:port/database");
    }
    int port = uri.getPort() < 0 ? 5432 : uri.getPort();
    return new DatabaseAddress(
        "postgresql://" + uri.getHost() + ":" + port + uri.getPath(),
        credentials[0],
        credentials[1]);
  }
}
