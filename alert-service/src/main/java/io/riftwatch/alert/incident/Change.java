package io.riftwatch.alert.incident;

import io.riftwatch.alert.contract.Alert.Kind;
import io.riftwatch.alert.contract.Alert.Measure;

/** One thing to tell of an incident. */
record Change(Kind kind, Transition transition, Measure measure) {}
