extension ItemScores {
  /// The columns of several sets of scores side by side, of the same cases in the same order.
  ///
  /// A column that stands in more than one is named after its set, as in `calm.A1`.
  public init(joining sets: [(name: String, scores: ItemScores)]) {
    precondition(
      sets.allSatisfy { $0.scores.caseCount == sets[0].scores.caseCount }, "the same cases")
    let all = sets.flatMap(\.scores.names)
    var counts: [String: Int] = [:]
    for name in all { counts[name, default: 0] += 1 }
    let joined = ItemScores(
      names: sets.flatMap { set in
        set.scores.names.map { counts[$0] == 1 ? $0 : "\(set.name).\($0)" }
      },
      columns: sets.flatMap { set in
        (0..<set.scores.itemCount).map { set.scores.column($0) }
      })
    self.init(
      names: joined.names, bytes: joined.bytes, wide: joined.wide,
      cautions: sets.flatMap(\.scores.cautions))
  }
}
