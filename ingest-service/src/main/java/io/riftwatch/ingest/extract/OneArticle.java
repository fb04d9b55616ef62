package io.riftwatch.ingest.extract;

import java.util.List;

/**
 * Tells the parts of the page's own article from other articles on the page: what scrolls in behind
 * it, what is announced beside it.
 */
final class OneArticle {

  /** The first candidate with this much of the heaviest is the page's own. */
  private static final double OWN = 0.4;

  /** Articles under one title, from this number on, are the entries of a running report. */
  private static final int ENTRIES = 3;

  private final PageTree tree;
  private final StoryWeight story;
  private final int headline;

  OneArticle(PageTree tree, StoryWeight story, int headline) {
    this.tree = tree;
    this.story = story;
    this.headline = headline;
  }

  /** Those of some candidates in a page's order, none in another, that belong to its article. */
  List<Integer> of(List<Integer> candidates) {
    if (candidates.size() < 2 || areEntries(candidates)) {
      return candidates;
    }
    double most = story.at(story.heaviest(candidates));
    int own =
        candidates.stream()
            .filter(place -> tree.isWithin(headline, place))
            .findFirst()
            .orElseGet(() -> first(candidates, OWN * most));
    return candidates.stream().filter(place -> place == own || isPart(place, own)).toList();
  }

  private int first(List<Integer> candidates, double weight) {
    return candidates.stream()
        .filter(place -> story.at(place) >= weight)
        .findFirst()
        .orElse(candidates.get(0));
  }

  private boolean isPart(int place, int own) {
    return !isArticle(place) && article(place) == article(own);
  }

  /** The entries of a live blog stand behind one title and bear none that leads elsewhere. */
  private boolean areEntries(List<Integer> candidates) {
    return candidates.size() >= ENTRIES
        && headline >= 0
        && candidates.get(0) > headline
        && candidates.stream().allMatch(this::isArticle)
        && candidates.stream().noneMatch(place -> Teaser.is(tree, place));
  }

  private boolean isArticle(int place) {
    return tree.tag(place).equals("article");
  }

  /** The place of the nearest article element around, -1 where there is none. */
  private int article(int place) {
    int around = place;
    while (around >= 0 && !isArticle(around)) {
      around = tree.parent(around);
    }
    return around;
  }
}
