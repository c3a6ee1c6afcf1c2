public import AttuneData
public import AttuneInstrument

extension Construct {
  /// The construct's items as columns of data: which, which way round, and their declared range.
  ///
  /// On a form they are the items that the form asks.
  public func selection(in instrument: Instrument, form: Form? = nil) -> ColumnSelection.Scale {
    ColumnSelection.Scale(
      name: name,
      items: uses.filter { form?.items.contains($0.name) ?? true }.map { use in
        ColumnSelection.Item(
          use.name, isReversed: use.isReversed,
          range: instrument.item(named: use.name)?.declaredRange)
      })
  }
}

extension ItemScores {
  /// The answers to `items` as collected: a value where there is one, missing for any reason.
  public init(_ submissions: [Submission], items: [String]) {
    self.init(
      names: items,
      columns: items.map { item in
        submissions.map { $0.answers[item]?.value?.number }
      })
  }
}
