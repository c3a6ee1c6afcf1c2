extension ItemScores {
  /// The scores of some of the cases, in their order.
  public func cases(where isWanted: [Bool]) -> ItemScores {
    precondition(isWanted.count == caseCount, "a word for each case")
    let kept = ItemScores(
      names: names,
      columns: (0..<itemCount).map { item in
        zip(column(item), isWanted).compactMap { value, isWanted in isWanted ? .some(value) : nil }
      })
    return ItemScores(names: names, bytes: kept.bytes, wide: kept.wide, cautions: cautions)
  }
}
