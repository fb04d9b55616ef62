package io.riftwatch.ingest.parse;

import io.riftwatch.ingest.extract.HtmlText;
import io.riftwatch.ingest.markup.ShownText;

/** A text of a feed as the feed gives it, which is made plain only when somebody reads it. */
public final class FeedText {

  /** What a text is written in. */
  public enum Format {
    PLAIN,
    HTML,
    XHTML,
    /** The feed does not say; what looks like HTML is HTML. */
    UNSAID
  }

  /** No text. */
  public static final FeedText NONE = new FeedText("", Format.PLAIN);

  private final String source;
  private final Format format;

  /** Made at the first reading; readers that race make the same. */
  private String text;

  private FeedText(String source, Format format) {
    this.source = source;
    this.format = format;
  }

  /** A text as it came. */
  public static FeedText of(String source, Format format) {
    return source.isEmpty() ? NONE : new FeedText(source, format);
  }

  /** A text that is plain already. */
  public static FeedText plain(String text) {
    return of(text, Format.PLAIN);
  }

  /** What came, markup included. */
  String source() {
    return source;
  }

  /** Plain text: paragraphs parted by blank lines, empty where there is nothing to read. */
  public String text() {
    if (text == null) {
      text = read();
    }
    return text;
  }

  /** The same on one line: what a title is. */
  public String line() {
    String plain = text();
    return plain.indexOf('\n') < 0 ? plain : HtmlText.oneLine(plain);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeedText that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }

  private String read() {
    String mended = Mojibake.mended(source);
    return switch (format) {
      case PLAIN -> HtmlText.tidy(mended);
      case HTML -> HtmlText.of(mended);
      case XHTML -> ShownText.ofXhtml(mended);
      case UNSAID -> LikelyHtml.test(mended) ? HtmlText.of(mended) : HtmlText.tidy(mended);
    };
  }
}
