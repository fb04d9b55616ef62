package io.riftwatch.local.terminal;

import java.io.PrintStream;

/** What the person at the terminal sees; colours only where a person is. */
public final class Terminal {

  private static final String RESET = "\u001b[0m";

  private final PrintStream out;
  private final boolean coloured;

  public Terminal(PrintStream out, boolean coloured) {
    this.out = out;
    this.coloured = coloured;
  }

  /** A plain line. */
  public synchronized void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A part that became ready, with its address. */
  public void ready(String part, String address) {
    line(String.format("  %s %-18s %s", styled(Style.GOOD, "ready"), part, address));
  }

  /** Something that went wrong, in one line. */
  public void wrong(String text) {
    line(styled(Style.BAD, "deploy/up: " + text));
  }

  /** Text in a style, where colours are shown. */
  public String styled(Style style, String text) {
    return coloured ? style.code + text + RESET : text;
  }

  /** How text is set off. */
  public enum Style {
    GOOD("\u001b[32m"),
    BAD("\u001b[31m"),
    STRONG("\u001b[1m"),
    DIM("\u001b[2m");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }
}
