package io.riftwatch.ingest.article;

import io.riftwatch.ingest.extract.WebLink;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The address of an article, so that two links to one page are one address. */
public final class CanonicalUrl {

  /** Labels of a host that name the page's dress: the desktop's, the phone's, AMP. */
  private static final Set<String> DRESS =
      Set.of("www", "m", "mobile", "mobil", "touch", "amp", "wap");

  private static final Pattern AMP_VIEWER =
      Pattern.compile(
          "https?://(?:(?:www\\.)?google\\.[a-z.]+/amp|[^/]+\\.cdn\\.ampproject\\.org/[a-z])"
              + "/(s/)?([^/]+\\..*)");
  private static final Pattern AMP_SEGMENT = Pattern.compile("/amp(?:html)?(?=/|$)");
  private static final Pattern AMP_SUFFIX = Pattern.compile("\\.amp(\\.html?)?$");
  private static final Pattern DEFAULT_DOCUMENT = Pattern.compile("/index\\.(?:html?|php)$");
  private static final Pattern SLASHES = Pattern.compile("/{2,}");
  private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;
  private static final int OWN_LABELS = 2;

  private CanonicalUrl() {}

  /**
   * An absolute http or https address without what says only how the reader came to it; a page that
   * an AMP viewer shows is addressed at its outlet. A reader can still open it.
   */
  public static URI of(URI url) {
    URI shown = withoutViewer(url);
    String scheme = shown.getScheme().toLowerCase(Locale.ROOT);
    StringBuilder canonical =
        new StringBuilder(scheme).append("://").append(authority(scheme, shown));
    canonical.append(shown.getRawPath() == null || shown.getRawPath().isEmpty() ? "/" : "");
    canonical.append(shown.getRawPath() == null ? "" : shown.getRawPath());
    query(shown).ifPresent(query -> canonical.append('?').append(query));
    if (isPage(shown.getRawFragment())) {
      canonical.append('#').append(shown.getRawFragment());
    }
    return URI.create(canonical.toString());
  }

  /**
   * What two addresses of one page have in common, for comparison only: scheme, the desktop's, the
   * phone's and AMP's host and path, a slash at the end and the order of parameters do not count.
   */
  static String comparable(URI url) {
    URI canonical = of(url);
    String query =
        canonical.getRawQuery() == null
            ? ""
            : "?"
                + Arrays.stream(canonical.getRawQuery().split("&"))
                    .sorted()
                    .collect(Collectors.joining("&"));
    String fragment = canonical.getRawFragment() == null ? "" : "#" + canonical.getRawFragment();
    String port = canonical.getPort() < 0 ? "" : ":" + canonical.getPort();
    return escaped(host(canonical.getHost()) + port + path(canonical) + query + fragment);
  }

  private static URI withoutViewer(URI url) {
    Matcher viewer = AMP_VIEWER.matcher(url.toString());
    if (!viewer.matches()) {
      return url;
    }
    String scheme = viewer.group(1) == null ? "http://" : "https://";
    return WebLink.absolute(scheme + viewer.group(2)).orElse(url);
  }

  private static String authority(String scheme, URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    boolean isDefault =
        url.getPort() < 0 || url.getPort() == (scheme.equals("https") ? HTTPS_PORT : HTTP_PORT);
    return isDefault ? host : host + ":" + url.getPort();
  }

  private static Optional<String> query(URI url) {
    return Optional.ofNullable(url.getRawQuery())
        .map(
            query ->
                Arrays.stream(query.split("&"))
                    .filter(p -> !p.isEmpty() && !TrackingParameters.contain(p))
                    .collect(Collectors.joining("&")))
        .filter(query -> !query.isEmpty());
  }

  /** A fragment is a place in a page, except where it names the page itself ({@code #!}). */
  private static boolean isPage(String fragment) {
    return fragment != null && fragment.startsWith("!");
  }

  private static String host(String host) {
    String[] labels = host.split("\\.");
    int own = labels.length - OWN_LABELS;
    StringBuilder folded = new StringBuilder();
    for (int i = 0; i < labels.length; i++) {
      if (i >= own || !DRESS.contains(labels[i])) {
        folded.append(folded.isEmpty() ? "" : ".").append(labels[i]);
      }
    }
    return folded.toString();
  }

  private static String path(URI url) {
    String path = SLASHES.matcher(url.getRawPath()).replaceAll("/");
    path = DEFAULT_DOCUMENT.matcher(path).replaceFirst("/");
    path = AMP_SUFFIX.matcher(path).replaceFirst("$1");
    String withoutAmp = AMP_SEGMENT.matcher(path).replaceAll("");
    path = withoutAmp.replace("/", "").isEmpty() ? path : withoutAmp;
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String escaped(String address) {
    return ESCAPE
        .matcher(address)
        .replaceAll((MatchResult escape) -> escape.group().toUpperCase(Locale.ROOT));
  }
}
