/// Several scales that the same people answered, none of their values missing.
public struct CompleteScales: Sendable, Hashable {
  /// One scale: its name, and the indices of its items in `items`.
  public struct Part: Sendable, Hashable {
    public let name: String
    public let items: Range<Int>
  }

  /// The items of all scales, side by side.
  public let items: CompleteItems
  /// In the order given; one whose items cannot be used has none left.
  public let parts: [Part]

  /// Keeps the cases that have a value on every usable item of every scale.
  public init(
    _ scales: [(name: String, scores: ItemScores)], policy: MissingPolicy = .listwise
  ) throws(DataError) {
    let joined = ItemScores(joining: scales)
    items = try joined.complete(policy)
    let kept = Set(items.names)
    var (given, used) = (0, 0)
    parts = scales.map { scale in
      let names = joined.names[given..<given + scale.scores.itemCount]
      let part = Part(name: scale.name, items: used..<used + names.count { kept.contains($0) })
      (given, used) = (given + names.count, part.items.upperBound)
      return part
    }
  }
}
