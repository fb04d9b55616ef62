package io.riftwatch.classify.evaluate;

import java.util.Optional;

/** How much of a measure has to be right. */
public enum Reading {
  /** Which measure the report speaks of. */
  TYPE {
    @Override
    Frame of(Frame full) {
      return new Frame(full.type(), Optional.empty(), Optional.empty(), Optional.empty());
    }
  },
  /** And how real it is. */
  TYPE_AND_STATUS {
    @Override
    Frame of(Frame full) {
      return new Frame(full.type(), Optional.empty(), Optional.empty(), full.status());
    }
  },
  /** Which measure, and who takes it against whom. */
  TYPE_AND_DYAD {
    @Override
    Frame of(Frame full) {
      return new Frame(full.type(), full.actor(), full.target(), Optional.empty());
    }
  },
  /** All of it. */
  FULL {
    @Override
    Frame of(Frame full) {
      return full;
    }
  };

  /** The part of a full frame that this reading compares. */
  abstract Frame of(Frame full);
}
