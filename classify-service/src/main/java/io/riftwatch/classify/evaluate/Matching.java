package io.riftwatch.classify.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Labels set against what was found, one to one: each label takes the first frame left that it
 * accepts, and those that leave least open take first.
 *
 * @param right pairs that match
 * @param extra found without a label
 * @param missed labels for which nothing was found
 */
record Matching(List<Pair> right, List<Frame> extra, List<Frame> missed) {

  private static final Comparator<Frame> STRICTEST_FIRST =
      Comparator.comparingLong(Frame::open).thenComparing(Comparator.naturalOrder());

  record Pair(Frame label, Frame found) {}

  /** Repeats on either side count once. */
  static Matching of(Collection<Frame> labels, Collection<Frame> found) {
    TreeSet<Frame> left = new TreeSet<>(found);
    List<Pair> right = new ArrayList<>();
    List<Frame> missed = new ArrayList<>();
    for (Frame label : labels.stream().distinct().sorted(STRICTEST_FIRST).toList()) {
      Optional<Frame> taken = left.stream().filter(label::accepts).findFirst();
      taken.ifPresentOrElse(
          frame -> {
            left.remove(frame);
            right.add(new Pair(label, frame));
          },
          () -> missed.add(label));
    }
    return new Matching(right, List.copyOf(left), missed);
  }

  Tally tally() {
    return new Tally(right.size(), extra.size(), missed.size());
  }
}
