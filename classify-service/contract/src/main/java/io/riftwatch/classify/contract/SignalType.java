package io.riftwatch.classify.contract;

/**
 * The measures by which states break with each other, with their rung on the escalation ladder and
 * their codes in the CAMEO and PLOVER ontologies of political events.
 */
public enum SignalType {
  PROTEST(1, "114", "ACCUSE"),
  SUMMONS(1, "114", "ACCUSE"),
  MEDIA_BAN(2, "", "SANCTION"),
  DETENTION(2, "173", "COERCE"),
  VISA_RESTRICTION(2, "", "SANCTION"),
  AID_SUSPENSION(2, "162", "SANCTION/discontinue"),
  SANCTIONS(3, "163", "SANCTION/discontinue"),
  COOPERATION_SUSPENSION(3, "1622", "SANCTION/discontinue"),
  TREATY_WITHDRAWAL(3, "", "SANCTION/withdraw"),
  BORDER_CLOSURE(3, "", "SANCTION"),
  RECALL(4, "161", "SANCTION/withdraw"),
  EXPULSION(4, "166", "SANCTION/expel"),
  TROOP_EXPULSION(4, "1661", "SANCTION/expel"),
  DOWNGRADE(5, "161", "SANCTION/withdraw"),
  EMBASSY_CLOSURE(5, "161", "SANCTION/withdraw"),
  SEVERANCE(6, "161", "SANCTION/withdraw"),
  NORMALISATION(0, "05", "AGREE");

  private final int rung;
  private final String cameo;
  private final String plover;

  SignalType(int rung, String cameo, String plover) {
    this.rung = rung;
    this.cameo = cameo;
    this.plover = plover;
  }

  /**
   * 1 (a note of protest) to 6 (relations cut); 0 for {@link #NORMALISATION}, which climbs nothing.
   */
  public int rung() {
    return rung;
  }

  /** CAMEO code, empty where the ontology has none. */
  public String cameo() {
    return cameo;
  }

  /** PLOVER code. */
  public String plover() {
    return plover;
  }

  /** Whether the measure parts two states or brings them together again. */
  public Polarity polarity() {
    return this == NORMALISATION ? Polarity.CONCILIATORY : Polarity.HOSTILE;
  }
}
