package io.riftwatch.alert.incident;

import java.util.stream.IntStream;

/** Disjoint sets of positions; a set is known by its smallest position. */
final class Components {

  private final int[] parents;

  Components(int size) {
    this.parents = IntStream.range(0, size).toArray();
  }

  int root(int position) {
    int root = position;
    while (parents[root] != root) {
      root = parents[root];
    }
    return root;
  }

  void join(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  int count() {
    return (int) IntStream.range(0, parents.length).filter(i -> parents[i] == i).count();
  }
}
