package io.riftwatch.e2e;

import java.util.List;

/**
 * A quarrel that a report of the test tells: one state expels diplomats of another.
 *
 * @param pair as an alert names it
 */
record Quarrel(String actor, String capital, String demonym, String pair) {

  /** Enough for each test to have its own; no state stands in two. */
  static final List<Quarrel> ALL =
      List.of(
          new Quarrel("Norway", "OSLO", "Serbian", "NOR-SRB"),
          new Quarrel("Portugal", "LISBON", "Kenyan", "KEN-PRT"),
          new Quarrel("Greece", "ATHENS", "Bolivian", "BOL-GRC"),
          new Quarrel("Finland", "HELSINKI", "Cuban", "CUB-FIN"),
          new Quarrel("Denmark", "COPENHAGEN", "Peruvian", "DNK-PER"),
          new Quarrel("Austria", "VIENNA", "Sudanese", "AUT-SDN"),
          new Quarrel("Ireland", "DUBLIN", "Vietnamese", "IRL-VNM"),
          new Quarrel("Romania", "BUCHAREST", "Colombian", "COL-ROU"),
          new Quarrel("Bulgaria", "SOFIA", "Tunisian", "BGR-TUN"),
          new Quarrel("Hungary", "BUDAPEST", "Nepalese", "HUN-NPL"),
          new Quarrel("Sweden", "STOCKHOLM", "Angolan", "AGO-SWE"),
          new Quarrel("Croatia", "ZAGREB", "Chilean", "CHL-HRV"),
          new Quarrel("Estonia", "TALLINN", "Ghanaian", "EST-GHA"),
          new Quarrel("Belgium", "BRUSSELS", "Zambian", "BEL-ZMB"),
          new Quarrel("Slovakia", "BRATISLAVA", "Ugandan", "SVK-UGA"),
          new Quarrel("Latvia", "RIGA", "Mongolian", "LVA-MNG"),
          new Quarrel("Iceland", "REYKJAVIK", "Ecuadorian", "ECU-ISL"));

  String title() {
    return "%s expels three %s diplomats".formatted(actor, demonym);
  }

  String text() {
    return ("%s - %s has expelled three %s diplomats, the foreign ministry said on Tuesday. "
            + "The three must leave the country within 72 hours, a spokesman told reporters.")
        .formatted(capital, actor, demonym);
  }
}
