public import AttuneInstrument

extension Instrument {
  /// The score of each person on a construct, or their answers to an item with numbers; `nil` where
  /// the name is neither.
  public func scores(named name: String, of submissions: [Submission]) -> [Double?]? {
    if let construct = construct(named: name) {
      let scorer = ConstructScorer(construct, of: self)
      return submissions.map { scorer.score($0).value }
    }
    guard let item = item(named: name), item.declaredRange != nil else { return nil }
    return submissions.map { $0.answers[name]?.value?.number }
  }

  /// A group of the instrument, or a *choose one* item used as one.
  public func grouping(named name: String) -> Grouping? {
    if let group = group(named: name) { return group }
    guard let item = item(named: name), case .chooseOne = item.format else { return nil }
    return Grouping(name: name, title: name, source: .item(name))
  }
}
