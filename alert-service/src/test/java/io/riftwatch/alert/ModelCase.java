package io.riftwatch.alert;

import static io.riftwatch.alert.SignalMother.act;
import static io.riftwatch.classify.contract.SignalType.COOPERATION_SUSPENSION;
import static io.riftwatch.classify.contract.SignalType.DETENTION;
import static io.riftwatch.classify.contract.SignalType.EXPULSION;

import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.Status;
import java.util.ArrayList;
import java.util.List;

/** France and Mali, September 2025, as seven outlets in four languages report it. */
public final class ModelCase {

  /** Two texts that differ in 6 of 64 bits: one dispatch, a few words edited. */
  private static final long WIRE = 0x0f0f_1234_5678_9abcL;

  private static final long WIRE_EDITED = WIRE ^ 0b111111;

  private ModelCase() {}

  /** In the order in which they were published; the two last are repeats of earlier ones. */
  public static List<Signal> signals() {
    return signals("MLI", "FRA");
  }

  /** The same course of events between two other states, in place of Mali and France. */
  public static List<Signal> signals(String mali, String france) {
    String tag = mali + france + "-";
    List<Signal> signals = new ArrayList<>();
    SignalMother expulsion = act(mali, EXPULSION, france).count(5);
    SignalMother wire =
        expulsion.in("lefigaro.example", tag + "lefigaro-1", "2025-09-18T10:00:00Z");
    signals.add(
        wire.titled("fr", "Mali : cinq agents français déclarés personae non gratae")
            .fingerprint(WIRE)
            .make());
    signals.add(
        expulsion
            .in("ouest-france.example", tag + "ouest-1", "2025-09-18T10:20:00Z")
            .titled("fr", "Le Mali expulse cinq diplomates français")
            .fingerprint(WIRE_EDITED)
            .make());
    signals.add(
        expulsion
            .in("reuters.example", tag + "reuters-1", "2025-09-18T11:00:00Z")
            .titled("en", "Mali expels five French embassy staff")
            .make());
    signals.add(
        expulsion
            .count(4)
            .in("elpais.example", tag + "elpais-1", "2025-09-18T12:00:00Z")
            .titled("es", "Malí expulsa a diplomáticos franceses")
            .make());
    signals.add(
        act(mali, DETENTION, france)
            .status(Status.HISTORICAL)
            .announcedOn("2025-08-14")
            .in("reuters.example", tag + "reuters-1", "2025-09-18T11:00:00Z")
            .make());
    SignalMother suspension =
        act(france, COOPERATION_SUSPENSION, mali).domain(Domain.COUNTER_TERRORISM);
    signals.add(
        suspension
            .in("lemonde.example", tag + "lemonde-1", "2025-09-19T08:00:00Z")
            .titled("fr", "La France suspend sa coopération antiterroriste avec le Mali")
            .make());
    signals.add(
        suspension
            .in("bbc.example", tag + "bbc-1", "2025-09-19T09:30:00Z")
            .titled("en", "France suspends counter-terrorism cooperation with Mali")
            .make());
    signals.add(
        act(france, EXPULSION, mali)
            .count(2)
            .in("bbc.example", tag + "bbc-2", "2025-09-20T07:00:00Z")
            .titled("en", "France expels two Malian diplomats")
            .make());
    signals.add(
        act(france, EXPULSION, mali)
            .count(2)
            .in("aljazeera.example", tag + "aljazeera-1", "2025-09-20T08:00:00Z")
            .titled("ar", "فرنسا تطرد دبلوماسيين ماليين")
            .make());
    signals.add(
        act(mali, DETENTION, france)
            .status(Status.HISTORICAL)
            .announcedOn("2025-08-14")
            .in("bbc.example", tag + "bbc-2", "2025-09-20T07:00:00Z")
            .make());
    signals.add(signals.get(0));
    signals.add(signals.get(6));
    return List.copyOf(signals);
  }
}
